package org.klpls.core.facts;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Names that the kernel's macros, gcc and objtool make of one function. */
final class SourceNames {
    /** Source: include/linux/syscalls.h __SYSCALL_DEFINEx(), v4.6 and v6.1. */
    private static final Pattern SYSTEM_CALL = Pattern.compile("(?:__(?:x64|ia32|se|do)_)?(?:sys|SyS)_(\\w+)");
    /**
     * Functions beside their macros: {@code _printk}, {@code __kmalloc_noprof}, {@code _raw_spin_lock}. Sources: include/linux/printk.h,
     * include/linux/alloc_tag.h, include/linux/spinlock.h, v6.12. What stands before functions, static calls: include/linux/static_call_types.h, tools/objtool/elf.c elf_create_prefix_symbol(), v6.3.
     */
    private static final List<String> PREFIXES = List.of("__pfx_", "__cfi_", "__SCT__", "__SCK__");

    private SourceNames() {}

    /** Other names under which a kernel may have what is asked for by this one. */
    static Stream<String> othersOf(String name) {
        Matcher call = SYSTEM_CALL.matcher(name);
        Optional<String> systemCall = call.matches() ? Optional.of("__x64_sys_" + call.group(1)) : Optional.empty();
        int dot = name.indexOf('.', 1);
        Optional<String> source = dot > 0 ? Optional.of(name.substring(0, dot)) : Optional.empty();
        Stream<String> bare = PREFIXES.stream().filter(name::startsWith).map(prefix -> name.substring(prefix.length()));
        return Stream.of(systemCall.stream(), source.stream(), bare,
                Stream.of("__x64_sys_" + name, "_" + name, "__" + name, name + "_noprof", "__" + name + "_noprof",
                        "_raw_" + name),
                name.startsWith("trace_")
                        ? Stream.of("__tracepoint_" + name.substring("trace_".length()))
                        : Stream.<String>empty(),
                name.startsWith("__")
                        ? Stream.of(name.substring(2) + "_noprof", name.substring(2))
                        : Stream.<String>empty())
                .flatMap(names -> names).filter(other -> !other.isEmpty());
    }
}
