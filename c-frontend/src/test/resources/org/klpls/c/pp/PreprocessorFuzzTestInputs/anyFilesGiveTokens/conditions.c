#if (2 || 1 / 0) && (0 && 1 / 0 || 1) && 3 - 4 < 0u == 0 && -1 > 0u && '\377' < 0 && 'ab' == 24930
a
#endif
#if defined X || defined(Y) || !defined(__GNUC__)
#elif 1 ? 0 : 1, 1
b
#else
c
#endif
#if 0
' unmatched
#else garbage
d
#if 1
e
#else
#error no
#endif
#endif
#define D defined(__GNUC__)
#if D && 0x7fffffffffffffff + 1 && (1 << 3 | 1) == 9 && ~0 == -1 && 10 % 4 == 2 && 1u - 2 > 0 && 0b11 == 3 && 010 == 8
f
#endif
#ifdef __COUNTER__
__COUNTER__ __COUNTER__
#endif
#if __COUNTER__ == 2 && __has_attribute(noreturn) && __has_attribute(__noreturn__) && !__has_attribute(no_such) && __has_builtin(__builtin_memcpy) && !__has_builtin(no_such)
g __has_attribute(packed) __has_c_attribute(fallthrough) __has_builtin(strlen)
#endif
#define M(x, y) <x y>
M(
#ifdef __GNUC__
 yes
#else
 no
#endif
 ,
#undef Q
#define Q 5
 Q)
#if -1 >> 1 == -1
#endif
#if 1 //\
no
h
#endif
%: define DIGRAPH <: :> %: 1
DIGRAPH
# 
#pragma push_macro("Q")
#undef Q
Q
#pragma pop_macro("Q")
Q
#pragma once
int a;
#include_next <a.h>
#ifndef B
#define B
int b;
#endif
#define C(x) x ## 1
C(c)
