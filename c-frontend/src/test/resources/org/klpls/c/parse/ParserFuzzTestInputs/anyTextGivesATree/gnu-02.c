_Static_assert(sizeof(int) == 4, "int"); struct s { int a; _Static_assert(1, "s"); }; void f(void) { _Static_assert(1, "f"); } _Static_assert(1);

__extension__ typedef long long ll; __extension__ struct { int a; } s; int f(void) { __extension__ int x = 1; return __extension__ x + __extension__({ 2; }); } __extension__ __extension__ int y;

int *a[3], (*b)[3], *(*c)(void), (*(*d)(int))[3], (*e[2])(int, char *), ((f)), *(*(*g)(int (*)(void), int *[]))(void); void (*signal(int, void (*)(int)))(int); int h(int (*)(int), int [3], int *const, int (*[])(void), int (), int (int)); char (*(*x[3])())[5];

typedef struct s { int a; } S; int f(void *p) { return ((S *)p)->a + ((struct s *)p)[1].a + (*(S *)p).a + (int)(long)p + (int)*(char *)p + (unsigned char)-1 + !(int)1 + ~(int)2 + sizeof(int (*)(void)) + (int)sizeof(S) + (long)&p; }

int g(int, ...); int f(int a, int b, int *p) { a = b = 1; a += b, b -= a; a <<= 2; a >>= 1; a &= b | 3 ^ a; a ^= b; a |= 1; a %= 3; a *= 2; a /= 2; p[a++]--; --*p++; *--p = -+-~!a; return a && b || a & b ^ a | b, a == b != a < b > a <= b >= (a << b >> a), g(1), g(a, b, (a, b)), g(a, g(b)), a ? b, a : b ? a : b; }

char *s = "a" "b\n" "\x41\101\e" u8"x"; int c = 'a' + '\n' + '\0' + 'ab' + L'x' + u'y'; int *w = (int *)L"wide" L"r"; double d = 1.5e3f + 0x1p3 + .5 + 1. + 1e-3L; unsigned long n = 0x10UL + 077u + 0b101 + 10ll;

double _Complex z; double f(void) { return __real__ z + __imag z + 2.0i; }

void f(int a) { if (a) goto out; { lab: int x = a; x++; } goto lab; out: }

; int a;; void f(void) { ; ;; {} if (1) ; else ; for (;;) ; while (0) ; do ; while (0); } struct { ; int b; ; } s;

void f(int n) { for (;;) break; for (int i = 0, j = 1; i < n; i++, j--) continue; for (n = 0; n; ) ; for (; n; n--) { } for (struct { int a; } s = { 1 }; s.a; s.a--) ; }

int f(int a, int b) { if (a) if (b) return 1; else return 2; else if (a > b) return 3; else { return 4; } return 5; }

typedef __builtin_va_list va_list; static inline __inline__ __inline int f(va_list ap) { (void)ap; return 0; } _Noreturn static inline void g(void) { for (;;) ; }
