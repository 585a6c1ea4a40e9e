#define f(x) g x
#define g f(1)
f(2)
g
#define h(x) [x]
h
#define Q 1
(2)
#define L __LINE__
#define M(x) x __LINE__ L
#define ID(x) x
a1 M(
 __LINE__
)
a2 ID(
 __LINE__
 
)
a3 L a4 ID(M(
L
)

__LINE__
)
a5 M(1) ID (

M
(

1
)
)
#if 1 && \
  __LINE__ == 31
yes
#endif
#define N ID
a6 N(
__LINE__

)
__LINE__ \
__LINE__
#pragma once
int a;
#include_next <a.h>
#ifndef B
#define B
int b;
#endif
#define C(x) x ## 1
C(c)
