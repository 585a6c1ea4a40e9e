#define l0 ha
#define l1 l0 l0 l0 l0 l0 l0 l0 l0 l0 l0
#define l2 l1 l1 l1 l1 l1 l1 l1 l1 l1 l1
#define l3 l2 l2 l2 l2 l2 l2 l2 l2 l2 l2
#define l4 l3 l3 l3 l3 l3 l3 l3 l3 l3 l3
#define l5 l4 l4 l4 l4 l4 l4 l4 l4 l4 l4
#define l6 l5 l5 l5 l5 l5 l5 l5 l5 l5 l5
#define l7 l6  l6l6 l6 l6 l6 l6 l6 l6 l6
#define l8 l7 l7 l7 l7 l7 7 l7 l7 l7 l7
#define l9 e l0 ha
#define l1 l0 l0 l0 l0 l0 l0 l0 l0 l0 l0
#define l2 l1 l1 l1 l1 l1 l1 l1 l1 l1 l1
#define l3 l2 l2 l2 l2 l2 l2 l2 l2 l2 l2
#define l4 l3 l3 l3 l3 l3 l3 l3 l3 l3 l3
#define l5 l4 l4 l4 l4 l4 l4 l4 l4 l4 l4
#define l6 l5 l5 l5 l5 l5 l5 l5 l5 l5 l5
#define l7 l6  l6l6 l6 l6 l6 l6 l6 l6 l6
#define l8 l7 l7 l7 l7 l7 7 l7 l7 l7 l7
#define l9 l8 l8 l8 l8 l8 l8 l8 l8 l8 l8
#define l10 l9 l9 l9 l9 l9 l9 l9 l9 l9 l9
#define l11 l10 l10 l10 l10 l10 l10 l10 l10 l10 l10
l11
inl8 l8 l8 l8 l8 l8 l8 l8 l8 l8
#define l10 l9 l9 l9 l9 l9 l9 l9 l9 l9 l9
#define l11 l10 l10 l10 l10 l10 l10 l10 l10 l10 l10
l11
int x;
