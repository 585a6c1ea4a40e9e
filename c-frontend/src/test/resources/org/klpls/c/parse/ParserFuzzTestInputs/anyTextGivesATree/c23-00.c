//23
[[nodiscard("why")]] constexpr unsigned _BitInt(24) wide = 12wb + 3uwb;
enum [[maybe_unused]] colour : unsigned char { RED [[deprecated]] = 1, GREEN, };
struct [[gnu::packed]] s { int a [[gnu::aligned(8)]] : 3; bool b; typeof_unqual(wide) c; static_assert(1); };
thread_local alignas(16) static int t [[foreign::name({1, 2}, [3])]];
int variadic(...) { return nullptr == (void *)0 ? true : false; }
auto deduced = 1'000 + 0b1'01 + 0o17;
static int names(int n, int a[static const n][*], int (*vla)[n])
{
	__label__ one, two;
	auto x = (static int){1};
	constexpr int y = sizeof (int){1} + alignof(int);
	void *place = &&one;
	int nested(int z) { return z + n; }
	goto *place;
one:
	if (int i = names(n, a, vla); i > 0) return i;
	switch (long l = n) { case 1 ... 3: [[fallthrough]]; default: break; }
outer:
	for (int i = 0; i < n; i++) { while (1) { if (i) break outer; continue outer; } }
	[[assume(n > 0)]];
	return _Generic(int, const int: 1, int: 2, default: 3) + _Generic(x, int: y) + __builtin_has_attribute(x, aligned(4));
two:
}
typedef int v4 [[gnu::vector_size(16)]];
typedef float f4 __attribute__((vector_size(16)));
f4 converted(v4 v) { return __builtin_convertvector(v, f4); }
int old(a, b) int a; { __attribute__((musttail)) return names(a, 0, 0); }
asm("nop" : : "i"(1));
int declared asm("name") __attribute__((alias("other"))), \u{e9} = '\x{41}' + '\o{101}' + U'\N{DIGIT ONE}';
