#define g(x) x ## x ## x ## x
#define h(x) g(x)
h(h(h(h(h(h(h(h(h(h(h(h(h(h(h(h(h(a)))))))))))))))))
