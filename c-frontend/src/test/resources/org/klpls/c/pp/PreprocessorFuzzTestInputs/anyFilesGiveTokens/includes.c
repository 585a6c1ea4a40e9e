#include <a.h>
#include "c.h"
#include <c.h>
#include "b.h"
#include "b.h"
#include <sub/sub.h>
#define HEADER <sub/beside.h>
#include HEADER
#define STR(x) #x
#define XSTR(x) STR(x)
#include XSTR(sub/beside.h)
#if __has_include(<a.h>) && !__has_include("nowhere.h") && __has_include_next(<a.h>)
has
#endif
#import <sub/sub.h>
#import <sub/sub.h>
__FILE__ __BASE_FILE__ __INCLUDE_LEVEL__
#line 77 "other.c"
__FILE__ __LINE__
#pragma once
int a;
#include_next <a.h>
#ifndef B
#define B
int b;
#endif
#define C(x) x ## 1
C(c)
