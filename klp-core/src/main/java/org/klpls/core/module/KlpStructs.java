package org.klpls.core.module;

import java.util.Optional;
import org.klpls.core.kernel.StructLayout;
import org.klpls.core.kernel.TargetKernel;

/** Sizes and member offsets, in bytes, of the structs of include/linux/livepatch.h in one kernel. */
public record KlpStructs(Patch patch, Object object, Func func, State state) {
    /** struct klp_patch. {@code replace} and {@code states} came with 5.1 and 5.5. */
    public record Patch(long size, long mod, long objs, Optional<Long> replace, Optional<Long> states) {}

    /** struct klp_object. {@code callbacks} came with 4.15. */
    public record Object(long size, long name, long funcs, Optional<Long> callbacks) {}

    /** struct klp_func. */
    public record Func(long size, long oldName, long newFunc, long oldSympos) {}

    /** struct klp_state: an id, a version of 32 bits, and data. */
    public record State(long size, long version) {
        /** Source: include/linux/livepatch.h, v5.5 to date: a long, an int, and a pointer. */
        static final State USUAL = new State(24, 8);
    }

    /** As the kernel tells it, or else as its version has it; empty where neither is known. */
    public static Optional<KlpStructs> of(TargetKernel kernel) {
        return told(kernel).or(() -> isTold(kernel) ? Optional.empty() : KlpStructsOfVersions.of(kernel));
    }

    /** Whether the kernel given tells the layout of struct klp_patch itself. */
    static boolean isTold(TargetKernel kernel) {
        return kernel.layout("klp_patch").isPresent();
    }

    /** Empty where the kernel given does not tell its types, or its livepatch structs have other members. */
    private static Optional<KlpStructs> told(TargetKernel kernel) {
        State state = kernel.layout("klp_state").flatMap(KlpStructs::state).orElse(State.USUAL);
        return kernel.layout("klp_patch").flatMap(KlpStructs::patch)
                .flatMap(p -> kernel.layout("klp_object").flatMap(KlpStructs::object)
                        .flatMap(o -> kernel.layout("klp_func").flatMap(KlpStructs::func)
                                .map(f -> new KlpStructs(p, o, f, state))));
    }

    private static Optional<Patch> patch(StructLayout layout) {
        return offset(layout, "mod").flatMap(mod -> offset(layout, "objs")
                .map(objs -> new Patch(layout.size(), mod, objs, offset(layout, "replace"),
                        offset(layout, "states"))));
    }

    private static Optional<Object> object(StructLayout layout) {
        return offset(layout, "name").flatMap(
                name -> offset(layout, "funcs")
                        .map(funcs -> new Object(layout.size(), name, funcs, offset(layout, "callbacks"))));
    }

    private static Optional<Func> func(StructLayout layout) {
        return offset(layout, "old_name").flatMap(name -> offset(layout, "new_func").flatMap(newFunc -> offset(layout,
                "old_sympos").map(sympos -> new Func(layout.size(), name, newFunc, sympos))));
    }

    private static Optional<State> state(StructLayout layout) {
        return offset(layout, "version").map(version -> new State(layout.size(), version));
    }

    private static Optional<Long> offset(StructLayout layout, String member) {
        return layout.member(member).map(m -> m.offsetBits() / Byte.SIZE);
    }
}
