package org.klpls.c.types;

/** Types that are needed everywhere. */
public final class Types {
    public static final Type VOID = new Type.Void();
    public static final Type BOOL = new Type.Int(IntKind.BOOL);
    public static final Type CHAR = new Type.Int(IntKind.CHAR);
    public static final Type INT = new Type.Int(IntKind.INT);
    public static final Type UNSIGNED_INT = new Type.Int(IntKind.UNSIGNED_INT);
    public static final Type LONG = new Type.Int(IntKind.LONG);
    /** size_t too */
    public static final Type UNSIGNED_LONG = new Type.Int(IntKind.UNSIGNED_LONG);
    public static final Type DOUBLE = new Type.Real(RealKind.DOUBLE);
    public static final Type VOID_POINTER = new Type.Pointer(VOID);
    public static final Type UNKNOWN = new Type.Unknown();

    private Types() {}
}
