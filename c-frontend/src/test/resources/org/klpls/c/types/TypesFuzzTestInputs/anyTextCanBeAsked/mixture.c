typedef unsigned int u32; typedef u32 v4 __attribute__((vector_size(16)));
enum e { A, B = A + 2, C = B << 40L, D = sizeof(enum e) };
struct list { struct list *next, *prev; };
struct s { char c; u32 b : 3, : 0; unsigned long w : 40; union { int i; struct { short x, y; }; }; struct list l; int flex[]; } __attribute__((packed, aligned(4)));
#pragma pack(push, 2)
struct packed { long a; char b; struct s *p; };
#pragma pack(pop)
extern int array[]; int array[5] = { [2] = 1, [3 ... 4] = 2 };
static struct s table[] = { { 'a', 1, 2, .x = 3, 4 }, [3].l.next = &table[0].l, [1] = { .w = ~0UL } };
char text[] = "ab" "\x63", *words[] = { text, "d", (char[]){ 'e', 0 } };
static inline int add(int a, int b) { return a + b; }
int old(a, b) int a; char *b; { return a + *b; }
void *f(int n, struct s *p, int vla[n][n + 1], v4 v, _Complex double z, ...)
{
	__auto_type x = p->w + 1; typeof(x) y = ({ int t = n; switch (t) { case 1 ... 3: t++; default: break; } t; });
	__label__ out; int m[n], nested(int k) { return k + n; }
	for (int i = 0, *q = m; i < n; i++, q++) *q = add(i, nested(i)) ? p->i : (u32)-1;
	if (__builtin_constant_p(n) && sizeof(m) > __builtin_offsetof(struct s, l.prev)) goto out;
	x = _Generic(&array, int (*)[5]: 1, default: 2) + __builtin_choose_expr(__builtin_types_compatible_p(u32, unsigned), 1, p);
	asm volatile("" : "+r" (y), "=m" (array[1]) : "i" (&table[1].l.prev - 1)); v = v + v; z = __real__ z;
	(void)(n ? p : (void *)0), (void)(1 ? (struct s *)0 : ((void *)((long)(n) * 0l))); *(volatile int *)8 = "abc"[1];
	struct s local = { .l = { .next = &p->l } }, *copy = &(struct s){ 1 }; static int kept = (int)&((struct s *)0)->l;
	enum { E = sizeof(struct { int a : 1 ? 2 : 3; }) } e = E; union u { int a; } u = { e };
out:	return n ?: &&out - (char *)&((struct packed *)0)->p + u.a + copy->c + local.c + kept;
}
