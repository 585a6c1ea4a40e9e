void f(int n; int a[n], int n) { a[n - 1] = 0; }

#pragma pack(push, 1)
struct s {
#pragma GCC diagnostic push
  int a; char b; };
#pragma pack(pop)
int f(int a) {
#pragma GCC unroll 4
  for (int i = 0; i < a; i++) a--; return a; }

int a<:3:> = <% 1, 2 %>;

int f(int a) { if (a) goto x; x: __attribute__((unused)) a++; return a; }

struct s { int a; } *p; unsigned long x = sizeof(struct s) * 2, y = sizeof(int) + sizeof (int[3]); int f(void) { return sizeof(p)->a + sizeof p->a + sizeof(*p).a; }

int a[] = { 1, 2, }, b[2][2] = { { 1, }, { 2, 3, }, }; enum { X, };

typedef int F(int); F f; F *pf, *arr[3]; int f(int a) { return pf == f || pf == &f || arr[0] == **f ? (*pf)(a) + (**pf)(a) + arr[1](a) : a; }

int a int b;

int f(void) { return 1 }

struct s { int a; } struct t { int b; };

int f(int a) { if (a { return 1; } return 0; }

int f(int a) { if (a) { return 1; return 0; }
