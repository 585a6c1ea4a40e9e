#define g(x) x ## x ## x ## x
#define h(x) g(x)
h(h(h(h(h(h(h(z(h(h(h(h(h(h(h(h(h(a)))))))))))))))))
