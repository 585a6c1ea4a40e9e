#include "a.h"
#include "b.h"
#include "b.h"
#include "b.h"
#include "c.h"
#include "c.h"
#include "c.h"
int c;
#if __INCLUDE_LEVEL__ < 14
#include "b.h"
#endif
