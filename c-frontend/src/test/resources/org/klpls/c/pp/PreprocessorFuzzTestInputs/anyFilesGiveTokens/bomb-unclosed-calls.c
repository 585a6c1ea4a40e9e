#define A(x) x
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
A(
int x;
