package org.klpls.server.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.io.PrintWriter;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.klpls.core.facts.KernelModuleFacts;
import org.klpls.core.kernel.Export;
import org.klpls.core.kernel.KernelModule;
import org.klpls.core.kernel.KernelModules;
import org.klpls.core.kernel.TargetKernel;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code klpls kernel modules}: the modules of a kernel, or one of them in full. */
@Command(name = "modules", mixinStandardHelpOptions = true, sortOptions = false, description = {
        "Lists the modules of a kernel, or with --module tells all of one.",
        "Columns: name, symbols, functions, traceable ones of them, exports, modules it depends on (- for none), file. "
                + "Separated by tabs."}, footer = {"", "Examples:",
                        "  klpls kernel modules /lib/modules/6.1.0-56-amd64",
                        "  klpls kernel modules --module ext4 6.1.0-56-amd64"})
final class KernelModulesCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--module", paramLabel = "NAME", description = "As lsmod spells it: _ for each - in the file's name.")
    private String module = "";

    @Option(names = "--format", paramLabel = "FORMAT", description = "One of: ${COMPLETION-CANDIDATES}. Default: text")
    private TextOrJson format = TextOrJson.TEXT;

    @Parameters(paramLabel = "KERNEL", arity = "1..*", description = "As for `klpls check --kernel`.")
    private List<String> kernels = List.of();

    @Override
    public Integer call() throws UnreadableInput {
        KnownKernel known = KernelOption.readAsFarAsSound(kernels, spec.commandLine().getErr());
        KernelModules modules = known.kernel().modules();
        List<KernelModuleFacts> facts = KernelModuleFacts.of(known.kernel(), chosen(known.kernel()));
        PrintWriter out = spec.commandLine().getOut();
        switch (format) {
            case TEXT -> {
                facts.forEach(each -> out.println(module.isEmpty() ? line(each) : whole(each)));
                modules.notes().forEach(spec.commandLine().getErr()::println);
            }
            case JSON -> out.println(Json.text(json(facts, modules)));
        }
        return known.status(ExitStatus.CLEAN);
    }

    private List<KernelModule> chosen(TargetKernel kernel) throws UnreadableInput {
        KernelModules modules = kernel.modules();
        if (modules.byName().isEmpty()) {
            throw new UnreadableInput("no modules of this kernel are known; give its /lib/modules/RELEASE as well");
        }
        if (module.isEmpty()) {
            return modules.modules();
        }
        String name = KernelModule.spelled(module);
        Optional<KernelModule> found = modules.named(name);
        if (found.isEmpty()) {
            throw KernelOption.unknownModule(kernel, module);
        }
        return List.of(found.get());
    }

    private static String line(KernelModuleFacts facts) {
        KernelModule module = facts.module();
        return String.join("\t", module.object().name(), Long.toString(facts.symbols()),
                Long.toString(facts.functions()), Long.toString(facts.traceable()),
                Integer.toString(facts.exports().size()),
                module.depends().isEmpty() ? "-" : String.join(",", module.depends()), module.file());
    }

    private static String whole(KernelModuleFacts facts) {
        KernelModule module = facts.module();
        StringBuilder text = new StringBuilder();
        row(text, "name", module.object().name());
        row(text, "file", module.file() + ", " + module.size() + " bytes");
        module.buildId().ifPresent(id -> row(text, "build-id", id));
        row(text, "symbols", facts.symbols() + ", " + facts.functions() + " of them functions, " + facts.traceable()
                + " traceable");
        row(text, "loaded first", names(facts.before(), m -> m.object().name()));
        if (!facts.missing().isEmpty()) {
            row(text, "missing", String.join(", ", facts.missing()) + ": without it the module does not load");
        }
        row(text, "exports", names(facts.exports(), KernelModulesCommand::words));
        module.modinfo().forEach(info -> row(text, info.key(), info.value()));
        return text.toString().stripTrailing();
    }

    private static void row(StringBuilder text, String name, String value) {
        text.append(String.format("%-12s  %s%n", name, value));
    }

    private static <T> String names(Collection<T> all, Function<T, String> name) {
        return all.isEmpty() ? "none" : all.stream().map(name).collect(Collectors.joining(", "));
    }

    private static String words(Export export) {
        String namespace = export.namespace().map(n -> "namespace " + n).orElse("");
        String how = export.gplOnly() ? namespace.isEmpty() ? "GPL" : "GPL, " + namespace : namespace;
        return how.isEmpty() ? export.name() : export.name() + " (" + how + ")";
    }

    private static JsonObject json(List<KernelModuleFacts> facts, KernelModules modules) {
        JsonArray items = new JsonArray();
        facts.forEach(each -> items.add(json(each)));
        JsonObject json = new JsonObject();
        json.addProperty("schemaVersion", 1);
        json.addProperty("folder", modules.folder().map(Object::toString).orElse(null));
        json.add("modules", items);
        json.add("builtIn", array(modules.builtIn().stream().sorted().toList(), JsonPrimitive::new));
        json.add("notes", array(modules.notes(), JsonPrimitive::new));
        return json;
    }

    private static JsonObject json(KernelModuleFacts facts) {
        KernelModule module = facts.module();
        JsonObject json = new JsonObject();
        json.addProperty("name", module.object().name());
        json.addProperty("file", module.file());
        json.addProperty("size", module.size());
        json.addProperty("buildId", module.buildId().orElse(null));
        json.addProperty("symbols", facts.symbols());
        json.addProperty("functions", facts.functions());
        json.addProperty("traceable", facts.traceable());
        json.add("depends", array(module.depends(), JsonPrimitive::new));
        json.add("loadedFirst", array(facts.before(), m -> new JsonPrimitive(m.object().name())));
        json.add("missing", array(facts.missing(), JsonPrimitive::new));
        json.add("exports", array(facts.exports(), KernelModulesCommand::json));
        json.add("modinfo", array(module.modinfo(), KernelModulesCommand::json));
        return json;
    }

    private static JsonObject json(Export export) {
        JsonObject json = new JsonObject();
        json.addProperty("name", export.name());
        json.addProperty("crc", export.crc().isPresent() ? String.format("0x%08x", export.crc().getAsInt()) : null);
        json.addProperty("gplOnly", export.gplOnly());
        json.addProperty("namespace", export.namespace().orElse(null));
        return json;
    }

    private static JsonObject json(KernelModule.Info info) {
        JsonObject json = new JsonObject();
        json.addProperty("key", info.key());
        json.addProperty("value", info.value());
        return json;
    }

    private static <T> JsonArray array(Collection<T> all, Function<T, JsonElement> each) {
        JsonArray array = new JsonArray();
        all.forEach(item -> array.add(each.apply(item)));
        return array;
    }
}
