typedef int T; int f(int T, int (*g)(int T));

typedef struct s s; struct s { s *next; }; s x;

typedef int T; void f(void) { unsigned T = 1; T++; const T2; T2 + 1; }

typedef int T; void f(void) { const T = 1; }

typedef int T; typedef int T; T x;

typedef int T; int f(int x) { int g(int); return (T)(x) + (g)(x) + (T)-1 + (x)-1; }

typedef int T; int f(int x) { return sizeof(T) + sizeof(x) + sizeof(T[3]) + sizeof x + sizeof(T)*2; }

typedef int T; int f(int a, int b) { a * b; T *c; c = &a; return *c * b; }

typedef int T; void f(void) { int T; T x; }

typedef int T; int f(void) { return T; }

typedef int T; void f(void) { goto T; T: ; }

typedef int T; struct s { int T; } x = { .T = 1 }; struct s y = { T: 2 };
