#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
#if 0
int a;
#else
