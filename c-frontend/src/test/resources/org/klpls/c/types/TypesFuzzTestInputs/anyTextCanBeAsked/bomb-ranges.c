int a[] = { [0 ... 0x7ffffffffffffffe] = 1, [1 ... 0xfffffff] = 2, [~0UL] = 3 };
struct { int a[1L << 60]; } b = { { [1L << 59] = 1 } };
int c[1L << 40][1L << 40] = { 1, [5][7 ... 1L << 39] = 2 };
int d[-1], e[0], f[] = { }, g[(1L << 62)], h = sizeof g;
struct { long x : 65, y : -1, z : 1L << 40; } i = { 1, 2, 3 };
enum { A = ~0UL, B, C = 1 / 0, D = 1 << 99, E = -1L << 64 };
