#define s(x) #x
#define t(x) s(x)
t(t(t(t(t(t(t(t(t(t(t(t(t(t("\\"))))))))))))))
