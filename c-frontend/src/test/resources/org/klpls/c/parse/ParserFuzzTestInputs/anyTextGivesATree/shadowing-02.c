typedef int T; int f(a, b) T a; int b; { int T = a + b; return T; } T x;

typedef int T; void f(int T) { T = 2; { int x = T; x++; } } void g(T T) { T++; } T y;

typedef int T; int f(void) { int x = ({ int T = 3; T; }); T y = x; return y; }

typedef unsigned T; struct s { T : 3; T a : 2; unsigned T : 1; };

typedef int T; typedef int F(T T); F *p; int (*q)(int T) = 0; T z;

typedef int T; void f(void) { char T = 1; typeof(T) x = T; x++; }

typedef int T; static __attribute__((unused)) T __attribute__((unused)) x; T __attribute__((unused)) *f(void);

struct s { int a; }; void f(void) { struct s { char *p; } x = { 0 }; x.p = 0; } struct s y = { 1 };

typedef int T; void f(int a) { while (a) { int T = a; a -= T; } T x = a; do { char T = 2; a -= T; } while (a); T z = x; z++; }

typedef int T; void f(int a) { switch (a) { case 1: { int T = 2; a = T; } default: ; T b = a; b++; } }
