//23
typedef __SIZE_TYPE__ size_t; struct s; union u { struct s *s; long l; } __attribute__((transparent_union));
struct s { enum { S0, S1 = -1, S2 = 0x80000000 } e : 3; _Bool b : 1; signed char c; __int128 i; long double d; union u *u; struct s *(*f)(union u, ...); };
constexpr int k = 'a' + L'b' + u'c' + U'd' + u8'e' + 0b101 + 0'777 + 1'000u; bool yes = true; auto no = false; nullptr_t n = nullptr;
typeof_unqual(const volatile int) q; alignas(32) thread_local int t; static_assert(sizeof(q) == 4); [[nodiscard]] int attributed(void);
int mixed(struct s *s, long l, unsigned char c, float f, int a[static 3], const char *restrict p, union u u)
{
	struct s copy = *s, *both[2][3] = { { s, &copy, [2] = 0 }, { } }; long m[c][l + 1]; typeof(m) *pm = &m;
	l += c * f; c <<= 2; a[l] = s->f(u, 1, 2.0f)->c; l = p - (char *)a; l = a < &a[1] && !s || s->b; f = -c + ~l + +c;
	l = sizeof m + sizeof(*pm)[0] + sizeof(int[c]) + alignof(struct s) + __alignof__ copy.d + sizeof "abc" + sizeof(L"ab");
	l = (c, f, s)->e + (*s).i + both[1][l % 3]->c + (l ? c : f) + (l ? s : 0)->b + (l ?: c) + ({ int x = l; x; }) + (__int128)1;
	l = __builtin_expect(l, 1) + __builtin_constant_p(3) + __builtin_popcount(7) + __builtin_bswap32(0x12345678) + __builtin_clz(8);
	return __builtin_types_compatible_p(typeof(m[0]), long[]) + _Generic(s, struct s *: 1, default: 0) + k / 0 + k % -1 + (1 << 31);
}
static const struct s kept[] = { [1 ... 3] = { .e = S1, .f = (void *)mixed }, [2].u = &(union u){ .l = 3 } }; extern const struct s kept[];
