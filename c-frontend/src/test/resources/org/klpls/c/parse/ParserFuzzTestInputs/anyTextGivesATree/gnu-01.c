int f(int a) { switch (a) { case 1 ... 5: case 'a' ... 'z': return 1; default: return 0; } }

int f(int a) { __label__ x, y; static void *t[] = { &&x, &&y }; goto *t[a]; x: return 1; y: return 2; }

int f(int a) { int g(int b) { return a + b; } auto int h(int); int h(int c) { return g(c); } return h(1); }

int f(a, b, p) int a, b; char *p; { return a + b + *p; } int g() { return 0; } int h(x) { return x; }

static x; f(void) { return 1; } const y = 3; main() { return f(); }

int f(long a) { return _Generic(a, int: 1, long: 2, struct s *: 3, default: 4) + _Generic((a), const char *: 1, default: (2)); }

struct s { int a; struct { int b[4]; } c; }; int f(int n, ...) { __builtin_va_list ap; __builtin_va_start(ap, n); int x = __builtin_va_arg(ap, int); __builtin_va_end(ap); return x + __builtin_offsetof(struct s, c.b[2]) + __builtin_offsetof(struct s, a) + __builtin_types_compatible_p(int, typeof(x)) + __builtin_choose_expr(1, x, "a") + __builtin_constant_p(x) + __builtin_expect(!!(x), 0); }

unsigned long long int a; long unsigned b; int long long unsigned c; __int128 d; unsigned __int128 e; _Bool f; signed char g; long double h; double _Complex i; __signed__ int j; __float128 k; short signed int l; __complex__ double m;

const volatile int * const volatile * restrict p; int const x = 1; int f(int a[const], int b[static 3], int c[static const 2], int d[const static 2], int e[restrict], int n, int g[n], int h[*]); __const int y; __volatile__ int z; _Atomic int at; _Atomic(int) au; extern int __seg_gs gv;

_Alignas(16) int a; _Alignas(long) char b[3]; static _Thread_local int c; static __thread int d; _Noreturn void f(void); int e = _Alignof(long) + __alignof__(a) + __alignof a;

struct e { }; struct z { int n; int a[0]; }; struct fl { int n; char d[]; }; struct bf { unsigned a : 3, b : 5, : 2; int : 0; const unsigned c : 1; }; struct an { struct { int a; }; union { int b; struct { char c, d; }; }; struct nn { int e; } n; ; }; union u { int a; char b[4]; } uu = { .b = { 1 } }; struct last { int no_semicolon };

enum e { A, B = A + 1, C, }; enum e x = B; enum { D = sizeof(int) } y; enum fwd; enum fwd *p;
