a
#pragma once
#pragma GCC diagnostic push
#pragma   GCC system_header
#pragma push_macro("X")
#pragma pop_macro("X")
#pragma pack(1)
#define P _Pragma("pack(2)") b
#define ID(x) x
P
ID(c _Pragma("GCC diagnostic ignored \"-Wfoo\"") d)
#pragma STDC FP_CONTRACT ON
#pragma message "hi" X
#define X 1
#pragma weak X
#pragma omp parallel X
#pragma foo X
#define Y ID(P P)
Y
ID(
#pragma inside X
z)
#pragma GCC warning "w"
#pragma
#pragma scalar_storage_order X
#define __UNIQ1(a,c) a##c
#define UNIQ(a) __UNIQ1(a,__COUNTER__)
UNIQ(q) UNIQ(r)

#pragma once
int a;
#include_next <a.h>
#ifndef B
#define B
int b;
#endif
#define C(x) x ## 1
C(c)
