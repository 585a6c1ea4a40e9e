int f(int a) { return a; } }

int f(int a) { return a + ; }

int f(int a, int b) { return a b; }

int f(int *a) { return a[]; }

int f(int a) { else return a; }

int f(int a) { switch (a) { case 1 return 2; } return 3; }

void f(void) { do { } ; }

void f(int a) { if (a) int b; }

int a __attribute__((unused);

int a __attribute__((section(".x" 3 +)));

struct s { int a; } __attribute__((packed;

int float x;
