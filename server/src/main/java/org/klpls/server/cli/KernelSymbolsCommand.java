package org.klpls.server.cli;

import com.google.gson.JsonObject;
import java.io.PrintWriter;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.klpls.core.kernel.Export;
import org.klpls.core.kernel.KernelSymbol;
import org.klpls.core.kernel.TargetKernel;
import org.klpls.core.kernel.Traceability;
import org.klpls.core.model.ObjectName;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code klpls kernel symbols}: one line a symbol, in the kernel's order. */
@Command(name = "symbols", mixinStandardHelpOptions = true, sortOptions = false, description = {
        "Lists the symbols of an object in the order in which the kernel counts them.",
        "Columns: address, type, name, object, sympos, size, traceable (yes, no, freed, -), range, exported "
                + "(-, yes, gpl), namespace. Separated by tabs; - where nothing is known."}, footer = {"", "Examples:",
                        "  klpls kernel symbols /boot/vmlinuz-6.1.0-56-amd64",
                        "  klpls kernel symbols --object ext4 6.1.0-56-amd64 | grep -w yes"})
final class KernelSymbolsCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--object", paramLabel = "OBJECT", description = "vmlinux, or a module's name. Default: vmlinux")
    private String object = "vmlinux";

    @Option(names = "--format", paramLabel = "FORMAT", description = "One of: ${COMPLETION-CANDIDATES}. Default: tsv")
    private Format format = Format.TSV;

    @Parameters(paramLabel = "KERNEL", arity = "1..*", description = "As for `klpls check --kernel`.")
    private List<String> kernels = List.of();

    /** For awk or for programs. */
    enum Format {
        TSV, JSON
    }

    /** One line, with a dash for what is not known. */
    private record Row(String address, String type, String name, String object, int sympos, String size,
            String traceable, String range, String exported, String namespace) {

        static Row of(KernelSymbol symbol, TargetKernel kernel) {
            // An export names the symbol; a local symbol of the same name is not exported.
            Optional<Export> export = Character.isUpperCase(symbol.type())
                    ? kernel.export(symbol.name()).filter(e -> e.owner().equals(symbol.object()))
                    : Optional.empty();
            return new Row(String.format("%016x", symbol.address()), String.valueOf(symbol.type()), symbol.name(),
                    symbol.object().text(), symbol.sympos(),
                    symbol.size().isPresent() ? Long.toString(symbol.size().getAsLong()) : "-",
                    traceable(kernel.traceability(symbol)), kernel.range(symbol).name().toLowerCase(Locale.ROOT),
                    export.map(e -> e.gplOnly() ? "gpl" : "yes").orElse("-"),
                    export.flatMap(Export::namespace).orElse("-"));
        }

        private static String traceable(Traceability traceability) {
            return switch (traceability) {
                case Traceability.Yes _ -> "yes";
                case Traceability.No(Traceability.Reason reason) ->
                    reason == Traceability.Reason.NOT_TEXT ? "-" : "no";
                case Traceability.Freed _ -> "freed";
                case Traceability.Unknown _ -> "-";
            };
        }

        String tsv() {
            return String.join("\t", address, type, name, object, Integer.toString(sympos), size, traceable, range,
                    exported, namespace);
        }

        JsonObject json() {
            JsonObject json = new JsonObject();
            json.addProperty("address", "0x" + address);
            json.addProperty("type", type);
            json.addProperty("name", name);
            json.addProperty("object", object);
            json.addProperty("sympos", sympos);
            json.addProperty("size", size.equals("-") ? null : Long.valueOf(size));
            json.addProperty("traceable", traceable);
            json.addProperty("range", range);
            json.addProperty("exported", exported);
            json.addProperty("namespace", namespace.equals("-") ? null : namespace);
            return json;
        }
    }

    @Override
    public Integer call() throws UnreadableInput {
        KnownKernel known = KernelOption.readAsFarAsSound(kernels, spec.commandLine().getErr());
        TargetKernel kernel = known.kernel();
        ObjectName asked = KernelOption.object(kernel, object);
        PrintWriter out = spec.commandLine().getOut();
        switch (format) {
            case TSV -> kernel.symbols(asked).map(symbol -> Row.of(symbol, kernel).tsv()).forEach(out::println);
            case JSON -> json(kernel, asked, out);
        }
        out.flush();
        return known.status(ExitStatus.CLEAN);
    }

    /** Written as it goes: a kernel has some 150,000 symbols. */
    private static void json(TargetKernel kernel, ObjectName object, PrintWriter out) {
        out.println("{\"schemaVersion\": 1, \"symbols\": [");
        for (Iterator<KernelSymbol> symbols = kernel.symbols(object).iterator(); symbols.hasNext();) {
            out.println(Json.line(Row.of(symbols.next(), kernel).json()) + (symbols.hasNext() ? "," : ""));
        }
        out.println("]}");
    }
}
