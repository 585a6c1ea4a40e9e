package org.klpls.core.model;

import java.util.Optional;

/**
 * One entry of a {@code struct klp_object} array.
 *
 * @param name empty: NULL, which means vmlinux
 * @param funcs empty: {@code .funcs} is NULL or not given
 * @param place the whole entry
 */
public record KlpObject(Optional<Located<String>> name, Optional<KlpTable<KlpFunc>> funcs, Place place) {
    /** The kernel's reading: no name is vmlinux; any name, even "vmlinux", is a module's. */
    public ObjectName objectName() {
        return name.<ObjectName>map(n -> new ObjectName.Module(n.value())).orElse(ObjectName.VMLINUX);
    }
}
