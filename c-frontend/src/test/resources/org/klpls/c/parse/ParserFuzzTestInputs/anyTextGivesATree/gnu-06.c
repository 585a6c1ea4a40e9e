void f(void) { for (int i = 0; i < 3) ; }

void f(int a) { asm(a); }

void f(int a) { asm("" : "=r" a); }

int a = sizeof;

int a = _Generic(1);

struct s { int a; }; int a = __builtin_offsetof(struct s);

int f(void) { return int; }

out: int a;

int a; if (a) a = 1;

char *s = "abc;
int b;

int a = 1 @ 2;

int f(void) __attribute__((cold)) { return 1; }
