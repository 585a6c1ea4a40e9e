#define S(x) #x
#define X(x) S(x)
#define C(a, b) a ## b
#define XC(a, b) C(a, b)
S( a  b /* c */ "q\n\"" '\'' '"' \ ) X(C(1,2)) X( a
  b) S() X(S(S(a)))
#define plus +
X(-plus-) X(plus plus) X(a plus+) X(S (a)(b) .C(x,y).)
C(,) C(a,) C(,b) XC(C(a,b),c) C(L,"x") C(.,5e) C(1e,+) C(+,+) C(-,>) C(<,<=) C(%:,%:)
#define E3(a, b, c) [a ## b ## c]
E3(,,) E3(x,,) E3(,y,) E3(,,z) E3(x,,z) E3(1,2,3)
#define LOG(fmt, ...) p(fmt, ## __VA_ARGS__)
#define LOGN(fmt, args...) p(fmt, ## args) X((args))
#define ONLY(...) q(a, ## __VA_ARGS__)
LOG(1) LOG(1,) LOG(1,2) LOG(1,2,3) LOGN(1) LOGN(1,) LOGN(1, 2 , plus) ONLY() ONLY(1) ONLY(,)
#define OPT(x, ...) <x __VA_OPT__(, [ __VA_ARGS__ ] x) ; __VA_OPT__()>
OPT(1) OPT(1,) OPT(1,2) OPT(1, EMPTY) OPT(C(a,b), C(c,d))
#define EMPTY
#define hash_hash # ## #
#define mkstr(a) # a
#define in_between(a) mkstr(a)
#define join(c, d) in_between(c hash_hash d)
join(x, y)
#define S2(...) #__VA_ARGS__
#define X2(...) S2(__VA_ARGS__)
#define vs(...) X2(__VA_ARGS__) S2(__VA_ARGS__)
vs(a,b , c) vs()
X(EMPTY a EMPTY) X(a EMPTY b) X(a/**/b) X(NOT EMPTY-EMPTY-) XC(a EMPTY, b)
#pragma once
int a;
#include_next <a.h>
#ifndef B
#define B
int b;
#endif
#define C(x) x ## 1
C(c)
