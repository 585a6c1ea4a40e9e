struct klp_func { const char *old_name; void *new_func; };
static int first(int a)
	int b = a;
	return b;
}
static int empty(int a)
}
static int loops(int a, int n)
{
	for (int i = 0, i < n; i++)
		a++;
	for (i = 0, i < n, i++ {
	}
	for (int i = 0; i < n;
	for (
}
static struct klp_func funcs[] = { { .old_name = "abc, .new_func = first }, { .
static int last(void) { typedef int t; { int t = t; } return 'a
