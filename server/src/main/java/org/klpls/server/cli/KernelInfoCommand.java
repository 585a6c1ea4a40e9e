package org.klpls.server.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.klpls.core.kernel.KernelFact;
import org.klpls.core.kernel.KernelIdentity;
import org.klpls.core.kernel.TargetKernel;
import org.klpls.core.model.ObjectName;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code klpls kernel info}: which kernel it is, and what is known of it. */
@Command(name = "info", mixinStandardHelpOptions = true, description = "Which kernel this is, and what is known of it.", footer = {
        "", "Examples:", "  klpls kernel info /boot/vmlinuz-6.1.0-56-amd64",
        "  klpls kernel info --format json 6.1.0-56-amd64"})
final class KernelInfoCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--format", paramLabel = "FORMAT", description = "One of: ${COMPLETION-CANDIDATES}. Default: text")
    private TextOrJson format = TextOrJson.TEXT;

    @Parameters(paramLabel = "KERNEL", arity = "1..*", description = "As for `klpls check --kernel`.")
    private List<String> kernels = List.of();

    @Override
    public Integer call() throws UnreadableInput {
        KnownKernel known = KernelOption.readAsFarAsSound(kernels, spec.commandLine().getErr());
        PrintWriter out = spec.commandLine().getOut();
        switch (format) {
            case TEXT -> text(known.kernel(), out);
            case JSON -> out.println(Json.text(json(known)));
        }
        return known.status(ExitStatus.CLEAN);
    }

    private static void text(TargetKernel kernel, PrintWriter out) {
        KernelIdentity identity = kernel.identity();
        out.println("release   " + orUnknown(identity.release()));
        out.println("build-id  " + orUnknown(identity.buildId()));
        out.println("banner    " + orUnknown(identity.banner()));
        out.println("vermagic  " + orUnknown(identity.vermagic()));
        out.println("from      " + identity.origin());
        out.println("facts     " + (facts(kernel).isEmpty() ? "none" : String.join(", ", facts(kernel))));
        kernel.missing(KernelFact.INLINES).ifPresent(why -> out.println("skipped   " + why.message() + "; "
                + why.remedy()));
        if (kernel.facts().contains(KernelFact.SYMBOLS)) {
            out.println("symbols   " + kernel.symbols(ObjectName.VMLINUX).count());
        }
    }

    private static JsonObject json(KnownKernel known) {
        TargetKernel kernel = known.kernel();
        KernelIdentity identity = kernel.identity();
        JsonArray facts = new JsonArray();
        facts(kernel).forEach(facts::add);
        JsonObject json = new JsonObject();
        json.addProperty("schemaVersion", 1);
        json.addProperty("release", identity.release().orElse(null));
        json.addProperty("buildId", identity.buildId().orElse(null));
        json.addProperty("banner", identity.banner().orElse(null));
        json.addProperty("vermagic", identity.vermagic().orElse(null));
        json.addProperty("origin", identity.origin());
        json.add("facts", facts);
        JsonArray skipped = new JsonArray();
        kernel.missing(KernelFact.INLINES).ifPresent(why -> {
            JsonObject item = new JsonObject();
            item.addProperty("check", "inlines");
            item.addProperty("reason", why.message());
            item.addProperty("remedy", why.remedy());
            skipped.add(item);
        });
        json.add("skipped", skipped);
        JsonArray problems = new JsonArray();
        known.problems().forEach(problem -> {
            JsonObject item = new JsonObject();
            item.addProperty("input", problem.input());
            item.addProperty("message", problem.message());
            item.addProperty("remedy", problem.remedy());
            problems.add(item);
        });
        json.add("problems", problems);
        json.addProperty("symbols", kernel.symbols(ObjectName.VMLINUX).count());
        return json;
    }

    private static List<String> facts(TargetKernel kernel) {
        return kernel.facts().stream().sorted().map(KernelFact::id).toList();
    }

    private static String orUnknown(Optional<String> value) {
        return value.orElse("not known");
    }
}
