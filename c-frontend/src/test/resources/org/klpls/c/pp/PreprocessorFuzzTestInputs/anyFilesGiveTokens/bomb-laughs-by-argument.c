#define l0(x) x
#define l1(x) l0(x x) l0(x x) l0(x x) l0(x x) l0(x x) l0(x x) l0(x x) l0(x x) l0(x x) l0(x x)
#define l2(x) l1(x x) l1(x x) l1(x x) l1(x x) l1(x x) l1(x x) l1(x x) l1(x x) l1(x x) l1(x x)
#define l3(x) l2(x x) l2(x x) l2(x x) l2(x x) l2(x x) l2(x x) l2(x x) l2(x x) l2(x x) l2(x x)
#define l4(x) l3(x x) l3(x x) l3(x x) l3(x x) l3(x x) l3(x x) l3(x x) l3(x x) l3(x x) l3(x x)
#define l5(x) l4(x x) l4(x x) l4(x x) l4(x x) l4(x x) l4(x x) l4(x x) l4(x x) l4(x x) l4(x x)
#define l6(x) l5(x x) l5(x x) l5(x x) l5(x x) l5(x x) l5(x x) l5(x x) l5(x x) l5(x x) l5(x x)
#define l7(x) l6(x x) l6(x x) l6(x x) l6(x x) l6(x x) l6(x x) l6(x x) l6(x x) l6(x x) l6(x x)
#define l8(x) l7(x x) l7(x x) l7(x x) l7(x x) l7(x x) l7(x x) l7(x x) l7(x x) l7(x x) l7(x x)
l8(ha)
int x;
