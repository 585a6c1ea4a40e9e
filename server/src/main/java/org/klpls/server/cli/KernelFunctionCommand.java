package org.klpls.server.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.klpls.core.kernel.KernelFact;
import org.klpls.core.kernel.KernelSymbol;
import org.klpls.core.kernel.TargetKernel;
import org.klpls.core.kernel.Traceability;
import org.klpls.core.model.ObjectName;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code klpls kernel function}: every function of a name, and whether it can be patched. */
@Command(name = "function", mixinStandardHelpOptions = true, sortOptions = false, description = "Tells what a name is in a kernel: each occurrence with its sympos, and whether it can be patched.", footer = {
        "", "Exit status: 1 where no symbol has the name.", "", "Examples:",
        "  klpls kernel function /boot/vmlinuz-6.1.0-56-amd64 cmdline_proc_show",
        "  klpls kernel function --format json 6.1.0-56-amd64 show"})
final class KernelFunctionCommand implements Callable<Integer> {
    private static final int SIMILAR = 3;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--object", paramLabel = "OBJECT", description = "vmlinux, or a module's name. Default: vmlinux")
    private String object = "vmlinux";

    @Option(names = "--format", paramLabel = "FORMAT", description = "One of: ${COMPLETION-CANDIDATES}. Default: text")
    private TextOrJson format = TextOrJson.TEXT;

    @Parameters(index = "0", paramLabel = "KERNEL", description = "As for `klpls check --kernel`.")
    private String kernel = "";

    @Parameters(index = "1", paramLabel = "NAME", description = "A name as kallsyms spells it.")
    private String name = "";

    @Override
    public Integer call() throws UnreadableInput {
        TargetKernel known = KernelOption.read(List.of(kernel));
        ObjectName asked = ObjectName.ofElfName(object);
        List<KernelSymbol> occurrences = known.occurrences(asked, name);
        PrintWriter out = spec.commandLine().getOut();
        switch (format) {
            case TEXT -> text(known, asked, occurrences, out);
            case JSON -> out.println(Json.text(json(known, asked, occurrences)));
        }
        return occurrences.isEmpty() ? ExitStatus.FINDINGS : ExitStatus.CLEAN;
    }

    private void text(TargetKernel known, ObjectName asked, List<KernelSymbol> occurrences, PrintWriter out) {
        known.prototype(name).filter(_ -> !occurrences.isEmpty()).ifPresent(out::println);
        for (KernelSymbol symbol : occurrences) {
            String reasons = String.join(", ", reasons(known.traceability(symbol)));
            out.println(String.format("%3d  %016x  %s  %s%s", symbol.sympos(), symbol.address(), symbol.object().text(),
                    patchable(known.traceability(symbol)), reasons.isEmpty() ? "" : " (" + reasons + ")")
                    + known.neighbourBefore(symbol).map(before -> ", after " + before.name()).orElse(""));
        }
        if (occurrences.isEmpty()) {
            String similar = known.similarNames(asked, name, SIMILAR).stream().collect(Collectors.joining(", "));
            out.println("no symbol of " + asked.text() + " has the name " + name
                    + (similar.isEmpty() ? "" : "; similar: " + similar));
        }
        List<String> clones = clones(known, asked);
        if (!clones.isEmpty()) {
            out.println("clones made by gcc: " + String.join(", ", clones));
        }
    }

    private JsonObject json(TargetKernel known, ObjectName asked, List<KernelSymbol> occurrences) {
        List<String> clones = clones(known, asked);
        JsonArray items = new JsonArray();
        for (KernelSymbol symbol : occurrences) {
            items.add(occurrence(known, symbol, clones));
        }
        JsonObject json = new JsonObject();
        json.addProperty("schemaVersion", 1);
        json.addProperty("name", name);
        json.add("occurrences", items);
        json.add("clones", strings(clones));
        return json;
    }

    private JsonObject occurrence(TargetKernel known, KernelSymbol symbol, List<String> clones) {
        JsonObject json = new JsonObject();
        json.addProperty("object", symbol.object().text());
        json.addProperty("sympos", symbol.sympos());
        json.addProperty("address", "0x" + String.format("%016x", symbol.address()));
        json.addProperty("size", symbol.size().isPresent() ? symbol.size().getAsLong() : null);
        // No input that klpls reads so far tells source files and inline copies: null is "not known".
        json.add("source", JsonNull.INSTANCE);
        json.addProperty("after", known.neighbourBefore(symbol).map(KernelSymbol::name).orElse(null));
        json.addProperty("patchable", switch (known.traceability(symbol)) {
            case Traceability.Yes _ -> Boolean.TRUE;
            case Traceability.No _,Traceability.Freed _ -> Boolean.FALSE;
            case Traceability.Unknown _ -> null;
        });
        json.add("reasons", strings(reasons(known.traceability(symbol))));
        json.add("inlinedInto", inlined(known));
        json.add("clones", strings(clones));
        json.addProperty("prototype", known.prototype(name).orElse(null));
        return json;
    }

    private static JsonElement inlined(TargetKernel known) {
        return known.facts().contains(KernelFact.INLINES) ? new JsonArray() : JsonNull.INSTANCE;
    }

    private List<String> clones(TargetKernel known, ObjectName asked) {
        return known.namesBeginningWith(asked, name + ".");
    }

    private static String patchable(Traceability traceability) {
        return switch (traceability) {
            case Traceability.Yes _ -> "patchable";
            case Traceability.No _,Traceability.Freed _ -> "not patchable";
            case Traceability.Unknown _ -> "not known whether patchable";
        };
    }

    /** The codes that a livepatch of this function gets. */
    private static List<String> reasons(Traceability traceability) {
        return switch (traceability) {
            case Traceability.Yes _,Traceability.Unknown _ -> List.of();
            case Traceability.Freed _ -> List.of("klp-target-init");
            case Traceability.No(Traceability.Reason reason) -> List.of(switch (reason) {
                case NOINSTR, ENTRY -> "klp-target-noinstr";
                case NOTRACE, NOT_TEXT -> "klp-target-notrace";
            });
        };
    }

    private static JsonArray strings(List<String> values) {
        JsonArray array = new JsonArray();
        values.forEach(array::add);
        return array;
    }
}
