/* Small functions that the compiler copies into others, nested three deep, used by two units. */
#ifndef QUEUE_H
#define QUEUE_H

struct node {
	struct node *next;
	long key;
	unsigned char payload[40];
};

struct queue {
	struct node *head;
	unsigned long count;
};

extern int refuse(const char *why);
extern long checksum(const unsigned char *bytes, unsigned long size);
extern void *reserve(unsigned long size);

static inline int is_empty(const struct queue *q)
{
	return !q->head;
}

static inline struct node *first(struct queue *q)
{
	if (is_empty(q))
		return 0;
	return q->head;
}

static inline void push(struct queue *q, struct node *n)
{
	n->next = first(q);
	q->head = n;
	q->count++;
}

static inline struct node *pop(struct queue *q)
{
	struct node *n = first(q);

	if (!n) {
		refuse("empty");
		return 0;
	}
	q->head = n->next;
	q->count--;
	return n;
}

#endif
