/* A text in which an edit may reach far: macros, conditions, lines, counters, names that are types, and a header in the middle. */
#include "types.h"
#define pr_fmt(fmt) "all: " fmt
#define BODY(a, b) do { T a = (b); (void)a; } while (0)
#define LATER later

static T first(T a)
{
	T x = inlined(a);

	BODY(y, x + __LINE__);
	return x;
}

DECLARE(one);

typedef struct pair {
	T left, right;
	char name[__LINE__];
} Pair;

#ifdef LATER
static Pair pairs[] = {
	{ .left = 1, .right = 2 },
	[3] = { 4, 5, "x" },
#else
static int pairs[] = {
#endif
};

#include "later.h"

static Late UNIQUE = 1;
static int UNIQUE(void);
#pragma pack(2)
struct packed { char c; long l; };
#pragma pack()

enum color { RED, GREEN = 4, BLUE };

static int shadow(int T)
{
	int a = T * (RED);
	{
		typedef char RED;
		RED * b = 0;
		for (Late Late = 0; Late < 3; Late++)
			a += Late;
		goto out;
	}
out:
	return a + sizeof(Pair) + __LINE__;
}

int old(a, b)
	T a; Pair *b;
{
	return a + b->left;
}

#define LIST(X) X(alpha) X(beta) \
	X(gamma)
#define MAKE(n) int n(void) { return __LINE__ + __COUNTER__; }
LIST(MAKE)
#undef MAKE

#if defined(LATER) && 0
this is no C at all { ' "
#elif __LINE__ > 20
int chosen = __LINE__;
#endif

static Late (*table[])(void) = {
	[GREEN] = (Late (*)(void))LATER,
};

static int __attribute__((unused, section(".text"))) last(void)
{
	static const char *text = pr_fmt("%d\n") "more";
	int n = ({ int T = 1; T; });

	asm volatile("nop" : "+r" (n) : : "memory");
	switch (n) {
	case 1 ... 3:
		return HEADER(n);
	default:
		break;
	}
	return text[0] + last() + __COUNTER__;
}
