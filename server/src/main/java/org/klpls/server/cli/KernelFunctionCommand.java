package org.klpls.server.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.klpls.core.facts.KernelFunctionFacts;
import org.klpls.core.facts.KernelFunctionFacts.Clone;
import org.klpls.core.facts.KernelFunctionFacts.OccurrenceFacts;
import org.klpls.core.facts.KernelFunctionFacts.Patchable;
import org.klpls.core.facts.KernelFunctions;
import org.klpls.core.kernel.KernelSymbol;
import org.klpls.core.kernel.TargetKernel;
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
        KernelFunctionFacts facts = KernelFunctions.of(known, ObjectName.ofElfName(object), name);
        PrintWriter out = spec.commandLine().getOut();
        switch (format) {
            case TEXT -> text(facts, out);
            case JSON -> out.println(Json.text(json(facts)));
        }
        return facts.occurrences().isEmpty() ? ExitStatus.FINDINGS : ExitStatus.CLEAN;
    }

    private static void text(KernelFunctionFacts facts, PrintWriter out) {
        facts.declaration().filter(_ -> !facts.occurrences().isEmpty()).ifPresent(out::println);
        for (OccurrenceFacts occurrence : facts.occurrences()) {
            KernelSymbol symbol = occurrence.symbol();
            String reasons = String.join(", ", occurrence.reasons());
            out.println(String.format("%3d  %016x  %s  %s%s", symbol.sympos(), symbol.address(), symbol.object().text(),
                    words(occurrence.patchable()), reasons.isEmpty() ? "" : " (" + reasons + ")")
                    + occurrence.before().map(before -> ", after " + before.name()).orElse(""));
        }
        if (facts.occurrences().isEmpty()) {
            String similar = String.join(", ", facts.similar());
            out.println("no symbol of " + facts.object().text() + " has the name " + facts.name()
                    + (similar.isEmpty() ? "" : "; similar: " + similar));
        }
        if (!facts.clones().isEmpty()) {
            out.println("made of it by gcc:");
            facts.clones().forEach(clone -> out.println("     " + clone.name() + "  " + words(clone.patchable())));
        }
    }

    private static String words(Patchable patchable) {
        return switch (patchable) {
            case YES -> "patchable";
            case NO -> "not patchable";
            case UNKNOWN -> "not known whether patchable";
        };
    }

    private static JsonObject json(KernelFunctionFacts facts) {
        JsonArray items = new JsonArray();
        facts.occurrences().forEach(occurrence -> items.add(occurrence(facts, occurrence)));
        JsonObject json = new JsonObject();
        json.addProperty("schemaVersion", 1);
        json.addProperty("name", facts.name());
        json.add("occurrences", items);
        json.add("clones", clones(facts));
        return json;
    }

    private static JsonObject occurrence(KernelFunctionFacts facts, OccurrenceFacts occurrence) {
        KernelSymbol symbol = occurrence.symbol();
        JsonObject json = new JsonObject();
        json.addProperty("object", symbol.object().text());
        json.addProperty("sympos", symbol.sympos());
        json.addProperty("address", "0x" + String.format("%016x", symbol.address()));
        json.addProperty("size", symbol.size().isPresent() ? symbol.size().getAsLong() : null);
        // No input that klpls reads so far tells source files and inline copies: null is "not known".
        json.add("source", JsonNull.INSTANCE);
        json.addProperty("after", occurrence.before().map(KernelSymbol::name).orElse(null));
        json.addProperty("patchable", switch (occurrence.patchable()) {
            case YES -> Boolean.TRUE;
            case NO -> Boolean.FALSE;
            case UNKNOWN -> null;
        });
        json.add("reasons", strings(occurrence.reasons()));
        json.add("inlinedInto", JsonNull.INSTANCE);
        json.add("clones", clones(facts));
        json.addProperty("prototype", facts.prototype().orElse(null));
        return json;
    }

    private static JsonArray clones(KernelFunctionFacts facts) {
        return strings(facts.clones().stream().map(Clone::name).toList());
    }

    private static JsonArray strings(List<String> values) {
        JsonArray array = new JsonArray();
        values.forEach(array::add);
        return array;
    }
}
