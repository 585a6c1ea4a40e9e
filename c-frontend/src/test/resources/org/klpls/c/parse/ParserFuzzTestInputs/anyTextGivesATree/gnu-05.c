long long long x;

int a[3;

int f(int a, *b) { return a; }

struct s { a; };

struct s { static int a; };

enum e { };

int a[] = { 1, 2 ;

struct s { int a; } x = { .a = };

struct s { int a; } x = { . = 1 };

foo_t x; bar_t *f(baz_t y);

void f(void) { foo_t x; }

void f(void) { goto ; }
