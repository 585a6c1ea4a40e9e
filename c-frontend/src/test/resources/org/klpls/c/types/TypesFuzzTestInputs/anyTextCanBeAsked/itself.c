struct s { struct s s; int a[sizeof(struct s)]; }; struct s v = { .s.s = v };
enum e { A = B, B = A, C = sizeof(enum e), D = (enum e)C };
typedef typeof(x) t; t x = (t)x; typedef t u; u *t(u u) { u u = u; return u; }
int a[] = { [sizeof(a)] = sizeof(a) }; __auto_type q = q + 1; typedef int i[sizeof(i)];
union w { union w *p; struct { union w v; }; } z = { .v.v.p = &z.v }; int d[d[0]] = { d[1], [-1] = 2, [1 ... 0] = 3 };
struct m { struct { struct { int deep; }; }; } mm = { .deep = mm.deep, .none = 1, [0] = 2 }; struct {} ee[] = { 1, 2, {} };
int h[1L << 62], hh[1L << 62][1L << 62][8]; long n = 1 / 0 + 1 % 0 + (1 << 64) + (1 >> -1) + 9223372036854775807 * 9 + -9223372036854775807 / -1;
char c[-1], k[1e3], l['\xfff'], big = '\777' + 'abcdefgh' + L'\uffff'; double r = 1e999 / 0. + 0x1p-9999 + .e1 + 1.f128 - 1i;
