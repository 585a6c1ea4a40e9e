package org.klpls.core.kernel.image;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.LongPredicate;
import org.klpls.core.elf.ElfBytes;
import org.klpls.core.kernel.Export;
import org.klpls.core.model.ObjectName;

/**
 * {@code __ksymtab} and {@code __kcrctab} of a vmlinux. Source: include/linux/export.h and kernel/module/internal.h
 * struct kernel_symbol with CONFIG_HAVE_ARCH_PREL32_RELOCATIONS, v6.1: value, name, namespace, each as the distance
 * from its own place. Before 5.4 there was no namespace. Since 7.0 one table holds all exports, and {@code __kflagstab} a
 * byte for each. Source: include/linux/module_symbol.h enum ksym_flags, v7.3.
 */
public final class ExportTable {
    /** Bytes of an entry. */
    public static final int WITH_NAMESPACE = 12;
    private static final int WITHOUT_NAMESPACE = 8;
    private static final int NAME = 4;
    private static final int NAMESPACE = 8;
    private static final int FLAG_GPL_ONLY = 1;

    private ExportTable() {}

    /** All exports of the image; empty where their boundary symbols or bytes are missing. */
    static Optional<List<Export>> read(KernelMemory memory, Map<String, Long> symbols) {
        Optional<ElfBytes> flags = between(memory, symbols, "__start___kflagstab", "__stop___kflagstab");
        Optional<List<Export>> all = table(memory, symbols, "", i -> flags.filter(f -> isGplOnly(f, i)).isPresent());
        if (all.isEmpty()) {
            return all;
        }
        List<Export> exports = new ArrayList<>(all.get());
        table(memory, symbols, "_gpl", _ -> true).ifPresent(exports::addAll);
        return Optional.of(exports);
    }

    /** Whether the flags say so of the export of that index. */
    public static boolean isGplOnly(ElfBytes flags, long index) {
        return flags.holds(index, 1) && (flags.u8(index) & FLAG_GPL_ONLY) != 0;
    }

    private static Optional<List<Export>> table(KernelMemory memory, Map<String, Long> symbols, String suffix,
            LongPredicate gplOnly) {
        Long start = symbols.get("__start___ksymtab" + suffix);
        Long stop = symbols.get("__stop___ksymtab" + suffix);
        if (start == null || stop == null) {
            return Optional.empty();
        }
        Optional<ElfBytes> crcs = between(memory, symbols, "__start___kcrctab" + suffix, "__stop___kcrctab" + suffix);
        return memory.between(start, stop).map(entries -> {
            int entrySize = entrySize(entries.size(), crcs);
            List<Export> exports = new ArrayList<>();
            for (long at = 0; entries.holds(at, entrySize); at += entrySize) {
                long entry = at;
                long index = entry / entrySize;
                pointed(memory, entries, start, at + NAME).ifPresent(name -> exports.add(
                        new Export(name, ObjectName.VMLINUX, gplOnly.test(index),
                                namespace(memory, entries, start, entry, entrySize), crc(crcs, index))));
            }
            return exports;
        });
    }

    private static OptionalInt crc(Optional<ElfBytes> crcs, long index) {
        return crcs.filter(c -> c.holds(index * 4, 4))
                .map(c -> OptionalInt.of(c.s32(index * 4)))
                .orElse(OptionalInt.empty());
    }

    private static Optional<ElfBytes> between(KernelMemory memory, Map<String, Long> symbols, String startName,
            String stopName) {
        Long start = symbols.get(startName);
        Long stop = symbols.get(stopName);
        return start == null || stop == null || start.equals(stop) ? Optional.empty() : memory.between(start, stop);
    }

    private static int entrySize(long bytes, Optional<ElfBytes> crcs) {
        long count = crcs.map(c -> c.size() / 4).orElse(0L);
        boolean old = count > 0 && bytes == count * WITHOUT_NAMESPACE;
        return old ? WITHOUT_NAMESPACE : WITH_NAMESPACE;
    }

    private static Optional<String> namespace(KernelMemory memory, ElfBytes entries, long start, long entry,
            int entrySize) {
        return entrySize == WITH_NAMESPACE
                ? pointed(memory, entries, start, entry + NAMESPACE).filter(n -> !n.isEmpty())
                : Optional.empty();
    }

    private static Optional<String> pointed(KernelMemory memory, ElfBytes entries, long start, long at) {
        int distance = entries.s32(at);
        return distance == 0 ? Optional.empty() : memory.string(start + at + distance);
    }
}
