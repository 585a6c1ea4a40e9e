int f(int a) { return ({ int b = a; b + 1; }) + ({ ; 2; }) + ({ 3; }); }

int x; typeof(x) a; __typeof__(int *) b; __typeof(x + 1) c; typeof(typeof(a)) d; const typeof(x) *e; typeof(x) f1(typeof(x) y);

int f(int a) { __auto_type b = a; const __auto_type c = b; return c; }

asm(".text"); __asm__(".data" "");
int f(int a) { int r; asm("nop"); asm volatile("" : : : "memory"); asm("mov %1, %0" : "=r" (r) : "r" (a)); asm("" : [out] "=r" (r) : [in] "r" (a) : "cc", "memory"); asm volatile("" :: "r" (a)); asm inline volatile("nop"); return r; }

asm volatile("nop");

void f(int a) { asm goto("" : : "r" (a) : "memory" : out, l2); asm volatile goto("" :::: out); out: l2: ; }

extern int a asm("b"); int f(void) __asm__("g") __attribute__((cold)); register unsigned long sp asm("rsp");

__attribute__((unused)) static int a; static __attribute__((unused)) int b; static int __attribute__((unused)) c; static int d __attribute__((unused)) = 1;
int * __attribute__((unused)) e; int (__attribute__((unused)) *g)(void); struct __attribute__((packed)) s { int m __attribute__((aligned(4))); __attribute__((aligned(8))) int n; } __attribute__((aligned(16))); enum __attribute__((packed)) en { A __attribute__((deprecated)), B __attribute__((unused)) = 3 } __attribute__((unused));
void f(int p __attribute__((unused)), __attribute__((unused)) int q) { int z __attribute__((unused)); switch (p) { case 1: z = 1; __attribute__((fallthrough)); default: ; } lab: __attribute__((unused)); return; }
int __attribute__((noinline)) __attribute__((section(".text.x"), noclone, __cold__)) h(void); int i1, __attribute__((unused)) i2; typedef int __attribute__((mode(DI))) di; void pf(const char *, ...) __attribute__((format(printf, 1, 2))); int empty __attribute__(()); int both __attribute__((,unused,));

[[gnu::unused]] static int a; static int b [[gnu::unused]]; int f([[gnu::unused]] int p) { [[gnu::unused]] int z; switch (p) { case 1: z = 2; [[fallthrough]]; default: ; } return p; } struct [[gnu::packed]] s { int m [[gnu::aligned(8)]]; };

struct in { int x, y; }; struct s { int a[4]; struct in i; struct in j[3]; union { int u; long w; }; } v = { .a = { [1] = 2, [2 ... 3] = 4 }, .i.x = 1, .i.y = 2, .j[1].x = 3, .j[2] = { 1, 2 }, .u = 4 }; int arr[] = { [0 ... 9] = 1, [5] 2, 7, }; struct in old = { x: 1, y: 2 }; struct s w = { };

struct s { int a, *p; }; struct s *q = &(struct s) { .a = 1, .p = (int[]) { 1, 2, 3 } }; int f(void) { return ((struct s) { 4 }).a + (int) { 3 } + sizeof (struct s) { 1 } + (int[]) { 1, 2 }[1]; }

int f(int a, int b) { return a ?: b ?: a ? b : a ?: 3; }
