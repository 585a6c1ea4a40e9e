#define s(x) #x
#define t(x) s(x x x x)
t(t(t(t(t(t(t(t(t(t(t(t(t(t(t(t("\\"))))))))))))))))
