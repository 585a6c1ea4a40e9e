#include "a.h"
#include "a.h"
#include "a.h"
int a;
