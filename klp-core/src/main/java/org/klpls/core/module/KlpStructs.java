package org.klpls.core.module;

import java.util.Optional;
import org.klpls.core.kernel.StructLayout;
import org.klpls.core.kernel.TargetKernel;

/** Sizes and member offsets, in bytes, of the structs of include/linux/livepatch.h in one kernel. */
record KlpStructs(Patch patch, Object object, Func func) {
    /** struct klp_patch. */
    record Patch(long size, long mod, long objs, Optional<Long> replace) {}

    /** struct klp_object. */
    record Object(long size, long name, long funcs) {}

    /** struct klp_func. */
    record Func(long size, long oldName, long newFunc, long oldSympos) {}

    /** Empty where the kernel given does not tell its types, or its livepatch structs have other members. */
    static Optional<KlpStructs> of(TargetKernel kernel) {
        return kernel.layout("klp_patch").flatMap(KlpStructs::patch)
                .flatMap(p -> kernel.layout("klp_object").flatMap(KlpStructs::object)
                        .flatMap(o -> kernel.layout("klp_func").flatMap(KlpStructs::func)
                                .map(f -> new KlpStructs(p, o, f))));
    }

    private static Optional<Patch> patch(StructLayout layout) {
        return offset(layout, "mod").flatMap(mod -> offset(layout, "objs")
                .map(objs -> new Patch(layout.size(), mod, objs, offset(layout, "replace"))));
    }

    private static Optional<Object> object(StructLayout layout) {
        return offset(layout, "name").flatMap(
                name -> offset(layout, "funcs").map(funcs -> new Object(layout.size(), name, funcs)));
    }

    private static Optional<Func> func(StructLayout layout) {
        return offset(layout, "old_name").flatMap(name -> offset(layout, "new_func").flatMap(newFunc -> offset(layout,
                "old_sympos").map(sympos -> new Func(layout.size(), name, newFunc, sympos))));
    }

    private static Optional<Long> offset(StructLayout layout, String member) {
        return layout.member(member).map(m -> m.offsetBits() / Byte.SIZE);
    }
}
