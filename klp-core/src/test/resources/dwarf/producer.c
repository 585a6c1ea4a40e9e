#include "queue.h"

static struct queue waiting;

/* Large enough to stay one function, with an unlikely part: gcc moves that to producer_fill.cold. */
__attribute__((noinline, cold)) int refuse(const char *why)
{
	return -(int)why[0];
}

__attribute__((noinline)) long checksum(const unsigned char *bytes, unsigned long size)
{
	long sum = 1;

	for (unsigned long i = 0; i < size; i++)
		sum = sum * 31 + bytes[i];
	return sum;
}

/* One parameter is never used, and one is the same in all calls: gcc makes clones of it. */
static __attribute__((noinline)) long mix(struct node *n, long seed, int unused)
{
	long value = seed;

	for (int i = 0; i < 40; i++)
		value = value * 33 + n->payload[i] + n->key;
	return value;
}

static int check(struct node *n)
{
	if (__builtin_expect(n->key < 0, 0)) {
		refuse("negative");
		refuse("key");
		return -1;
	}
	return 0;
}

/* The head is worth copying, the rest is not: gcc splits it. */
static long audit(struct node *n, long depth)
{
	if (!n)
		return 0;
	for (long i = 0; i < depth; i++) {
		n->key += checksum(n->payload, sizeof(n->payload));
		if (n->key == 7)
			refuse("seven");
		n->payload[i % 40] ^= (unsigned char)n->key;
	}
	return n->key * depth;
}

long producer_fill(struct queue *q, unsigned long many)
{
	long total = 0;

	for (unsigned long i = 0; i < many; i++) {
		struct node *n = reserve(sizeof(*n));

		if (!n)
			return refuse("memory");
		n->key = (long)i;
		if (check(n))
			return -1;
		total += mix(n, 5, (int)i);
		push(q, n);
		push(&waiting, n);
	}
	return total;
}

long producer_audit(struct queue *q)
{
	return audit(first(q), 3) + audit(first(&waiting), 5);
}

long producer_drain(struct queue *q)
{
	long total = 0;

	while (!is_empty(q)) {
		struct node *n = pop(q);

		if (check(n))
			break;
		total += mix(n, 5, 0);
	}
	return total;
}
