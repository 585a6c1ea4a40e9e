#include "queue.h"

/* A second function of the same name as one in producer.c. */
static int check(struct node *n)
{
	return n->key == 42 ? refuse("unlucky") : 0;
}

static inline long take(struct queue *q)
{
	struct node *n = pop(q);

	return n ? n->key + check(n) : 0;
}

long consumer_run(struct queue *q, int (*done)(long))
{
	long total = 0;

	do {
		total += take(q);
		total += take(q);
	} while (!done(total));
	return total;
}

static long fold(struct queue *q, int depth)
{
	if (depth <= 0)
		return take(q);
	return fold(q, depth - 1) + fold(q, depth - 2);
}

long consumer_fold(struct queue *q)
{
	unsigned char buffer[64];

	__builtin_memset(buffer, (int)q->count, sizeof(buffer));
	return fold(q, 6) + checksum(buffer, sizeof(buffer));
}

static unsigned char arena[4096];
static unsigned long used;

void *reserve(unsigned long size)
{
	if (size > sizeof(arena) - used)
		return 0;
	used += size;
	return arena + used - size;
}

static __attribute__((section(".init.text"))) int prepare(struct queue *q)
{
	push(q, reserve(sizeof(struct node)));
	return is_empty(q);
}

__attribute__((section(".init.text"))) int entry(struct queue *q)
{
	return prepare(q);
}
