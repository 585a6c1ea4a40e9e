#include "a.h"
int x;
#include "b.h"
int a;
#include "a.h"
int b;
int c;