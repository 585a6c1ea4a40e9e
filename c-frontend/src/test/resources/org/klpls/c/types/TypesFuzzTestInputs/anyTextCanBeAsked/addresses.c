struct s { int a; struct { int b[3]; } in; }; extern int weak __attribute__((weak));
int f(int p, int i, int array[3])
{
	int local, other, v[4], vla[i]; struct s s, *ps = &s; lab:
	enum { A = &local != 0, B = !&v[i], C = &s.in.b[1] - s.in.b, D = (char *)&v[2] - (char *)v, E = &&lab != 0, F = (_Bool)v };
	return (&local == &other) + (&p > 0) + (1 + v <= &v[1]) + (v - 1 - 1 - 1 == &v[i - i]) + ((long)&v[2] - (long)v)
		+ (&*&local && &weak) + (ps->in.b != 0) + (&vla ? &local - &local : 0) + __builtin_constant_p(&v[i] == v) + (0 - &local);
}
int \u00e9 = 1, *p\u00e9 = &é; int g(void) { return ({ int x = ((((({ (((((1))))); }))))); x; }); }
