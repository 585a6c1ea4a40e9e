#include <next.h>
#include "once.h"
#include <once.h>
#include "guarded.h"
#include "guarded.h"
#include <sub/sub.h>
#define HEADER <sub/beside.h>
#include HEADER
#define STR(x) #x
#define XSTR(x) STR(x)
#include XSTR(sub/beside.h)
#if __has_include(<next.h>) && !__has_include("nowhere.h") && __has_include_next(<next.h>)
has
#endif
#import <sub/sub.h>
#import <sub/sub.h>
__FILE__ __BASE_FILE__ __INCLUDE_LEVEL__
#line 77 "other.c"
__FILE__ __LINE__
