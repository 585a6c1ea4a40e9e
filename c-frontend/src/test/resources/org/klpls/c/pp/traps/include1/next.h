one __FILE__ __INCLUDE_LEVEL__ __LINE__
#include_next <next.h>
