typedef int T; void f(void) { int T = 1; T = T * 2; } T x;

typedef int T; void f(void) { { int T; T = 1; } T x; x = 1; }

typedef int T; int f(int T) { return T; } T g(void);

typedef int T; int f(int T); T x;

typedef int T; void f(void) { for (T T = 0; T < 3; T++) T += 1; T x; x = 2; }

typedef int T; void f(int a) { for (int T = 0; a; ) if (a) T++; else T--; T y; y = a; }

typedef int T; struct T { T T; }; int f(struct T *p) { T: if (p->T) goto T; return p->T; }

typedef int T; void f(void) { enum { T = 3 }; int a[T]; a[0] = T; } T x;

typedef int T; void f(void) { int T = sizeof(T); T++; }

typedef long T; void f(void) { T a, T, b = sizeof T; a = b = T; }

int T; void f(void) { typedef int T; T x = 1; x++; } int g(void) { return T; }

typedef int T; int f(int (T)); int g(int (*p)(T)); int h(int (T), T);
