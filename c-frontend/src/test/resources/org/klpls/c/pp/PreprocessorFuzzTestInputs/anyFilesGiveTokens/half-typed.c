#include <a.h>
#include "a.h
#include
#define CALL(a, ...) int a
#define P(a) a ##
CALL(x
static int f(void)
{
	CALL(y, 1;
	CALL(z, (2) {
	CALL(w
	return 1;
}
#if defined(
#elif
#else
/* open
 * more
int a\u{e9};
#ifdef NOWHERE
CALL("abc
int a;
/* a header's own
#if 1
CALL(b
