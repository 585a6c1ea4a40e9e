package org.klpls.core.kernel.input;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.klpls.core.kernel.KernelFact;
import org.klpls.core.kernel.KernelIdentity;
import org.klpls.core.kernel.KernelProblem;
import org.klpls.core.kernel.TextRange;
import org.klpls.core.kernel.Traceability;
import org.klpls.core.kernel.image.TextRanges;
import org.klpls.core.kernel.index.KernelFacts;
import org.klpls.core.kernel.index.SymbolColumns;
import org.klpls.core.kernel.index.SymbolSizes;
import org.klpls.core.model.ObjectName;

/** A System.map, or a copy of {@code /proc/kallsyms}: address, type, name, and for a module's symbols its name. */
final class SymbolListInput {
    private record Line(String name, long address, char type) {}

    private SymbolListInput() {}

    static Told read(Path file) throws IOException {
        String text = TextFile.read(file, StandardCharsets.ISO_8859_1);
        if (text.contains("The real System.map is in the linux-image-")) {
            return Told.problem(file.toString(), file + " is Debian's stand-in for a System.map: it lists no symbols",
                    "give the vmlinuz beside it, which holds them, or the System.map of the package linux-image-RELEASE-dbg");
        }
        Map<ObjectName, List<Line>> objects = lines(text);
        List<Line> vmlinux = objects.getOrDefault(ObjectName.VMLINUX, List.of());
        if (vmlinux.isEmpty()) {
            return Told.problem(file.toString(), file + " lists no symbols of a kernel", KernelInputs.FORMS);
        }
        if (vmlinux.stream().allMatch(line -> line.address() == 0)) {
            return Told.problem(file.toString(),
                    file + " has no addresses: the kernel hides them from whoever made the copy (kernel.kptr_restrict)",
                    "make the copy as root with 'sysctl kernel.kptr_restrict=1', or give the vmlinuz");
        }
        List<KernelFacts.ObjectFacts> facts = new ArrayList<>();
        objects.forEach((object, lines) -> facts.add(new KernelFacts.ObjectFacts(object, columns(object, lines))));
        Set<KernelFact> known = EnumSet.of(KernelFact.SYMBOLS);
        if (objects.size() > 1) {
            known.add(KernelFact.MODULES);
        }
        KernelFacts told = new KernelFacts(identity(file), known, facts, List.of(), Optional.empty(), List.of());
        // nm and the kernel end each line: what a name without an end was to be is not known.
        return text.endsWith("\n")
                ? Told.facts(told)
                : new Told(Optional.of(told), List.of(new KernelProblem(file.toString(),
                        file + " is cut: its last line has no end", "copy it again")));
    }

    private static KernelIdentity identity(Path file) {
        String name = file.getFileName().toString();
        Optional<String> release = name.startsWith("System.map-")
                ? Optional.of(name.substring("System.map-".length()))
                : Optional.empty();
        return new KernelIdentity(release, Optional.empty(), Optional.empty(), Optional.empty(), file.toString());
    }

    private static Map<ObjectName, List<Line>> lines(String text) {
        Map<ObjectName, List<Line>> objects = new LinkedHashMap<>();
        text.lines().forEach(line -> {
            int first = line.indexOf(' ');
            if (first <= 0 || first > 16 || line.length() < first + 4 || line.charAt(first + 2) != ' ') {
                return;
            }
            int tab = line.indexOf('\t');
            String name = line.substring(first + 3, tab < 0 ? line.length() : tab);
            String module = tab < 0 ? "" : line.substring(tab + 1).strip();
            // [bpf] and [__builtin__ftrace] are no modules. Source: kernel/kallsyms.c get_ksymbol_*(), v6.1.
            if (module.equals("[bpf]") || module.startsWith("[__builtin__")) {
                return;
            }
            ObjectName object = module.isEmpty()
                    ? ObjectName.VMLINUX
                    : new ObjectName.Module(module.replace("[", "").replace("]", ""));
            try {
                long address = Long.parseUnsignedLong(line, 0, first, 16);
                objects.computeIfAbsent(object, _ -> new ArrayList<>())
                        .add(new Line(name, address, line.charAt(first + 1)));
            } catch (NumberFormatException _) {
                // not a line of a symbol list: passed over
            }
        });
        return objects;
    }

    private static SymbolColumns columns(ObjectName object, List<Line> lines) {
        boolean isVmlinux = object instanceof ObjectName.Vmlinux;
        Map<String, Long> byName = new HashMap<>();
        lines.forEach(line -> byName.putIfAbsent(line.name(), line.address()));
        TextRanges ranges = TextRanges.of(isVmlinux ? byName : Map.of(), List.of());
        long[] ends = isVmlinux
                ? SymbolSizes.ends(lines.stream().mapToLong(Line::address).toArray(), byName.getOrDefault("_end", 0L))
                : new long[0];
        SymbolColumns.Builder builder = new SymbolColumns.Builder();
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            boolean isText = "tTwW".indexOf(line.type()) >= 0;
            TextRange range = isVmlinux
                    ? ranges.at(line.address(), isText)
                    : isText ? TextRange.TEXT : TextRange.DATA;
            builder.add(line.name(), line.address(), line.type(), isVmlinux ? ends[i] - line.address() : -1,
                    new Traceability.Unknown(), range);
        }
        return builder.build();
    }
}
