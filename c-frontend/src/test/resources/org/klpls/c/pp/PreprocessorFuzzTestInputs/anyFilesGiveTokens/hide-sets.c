#define f(a) a*g
#define g(a) f(a)
f(2)(9)
#define x x y
#define y y x
x y
#define foo() bar
foo()() foo EMPTY()
#define EMPTY
#define LP (
#define call f LP 3)
call
#define z z[0]
#define t(a) a
t(t)(z) t(t(t))(1)
#define h(a, b) a b
h(g, (1)) h(h, (t, z))
#define obj t
obj(obj)(obj (1))
#define NIL(xxx) xxx
#define G_0(arg) NIL(G_1)(arg)
#define G_1(arg) NIL(arg)
G_0(42)
#define AA BB
#define BB AA
AA BB
GIVEN(3)
#pragma once
int a;
#include_next <a.h>
#ifndef B
#define B
int b;
#endif
#define C(x) x ## 1
C(c)
