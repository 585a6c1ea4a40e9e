/* ring.ll is made of this by clang 14 -O2 -gdwarf-5 -S -emit-llvm. */
struct ring { unsigned head, tail; long slots[16]; };

extern void overflow(struct ring *r);

static inline unsigned next(unsigned i)
{
	return (i + 1) & 15;
}

static inline int is_full(const struct ring *r)
{
	return next(r->head) == r->tail;
}

static void put(struct ring *r, long value)
{
	if (is_full(r)) {
		overflow(r);
		return;
	}
	r->slots[r->head] = value;
	r->head = next(r->head);
}

__attribute__((noinline)) long sum(const struct ring *r)
{
	long total = 0;

	for (unsigned i = r->tail; i != r->head; i = next(i))
		total += r->slots[i];
	return total;
}

long ring_feed(struct ring *r, const long *values, unsigned many)
{
	for (unsigned i = 0; i < many; i++)
		put(r, values[i]);
	put(r, -1);
	return sum(r);
}
