package org.klpls.server.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.klpls.core.rule.Need;
import org.klpls.core.rule.RuleInfo;
import org.klpls.core.rules.RuleCatalog;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code klpls rules}: every code, its severity and what it needs. */
@Command(name = "rules", mixinStandardHelpOptions = true, description = "Lists all codes, their severity, and what each needs to be judged.", footer = {
        "", "Examples:", "  klpls rules", "  klpls rules --format json"})
final class RulesCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--format", paramLabel = "FORMAT", description = "One of: ${COMPLETION-CANDIDATES}. Default: text")
    private TextOrJson format = TextOrJson.TEXT;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        List<RuleInfo> rules = RuleCatalog.ALL.infos();
        switch (format) {
            case TEXT -> text(rules, out);
            case JSON -> out.println(Json.text(json(rules)));
        }
        return ExitStatus.CLEAN;
    }

    private static void text(List<RuleInfo> rules, PrintWriter out) {
        int width = rules.stream().mapToInt(rule -> rule.code().length()).max().orElse(0);
        for (RuleInfo rule : rules) {
            out.println(String.format("%-" + width + "s  %-7s  %s", rule.code(), rule.severity().id(), rule.summary()));
            String needs = needs(rule).stream().collect(Collectors.joining(", "));
            if (!needs.isEmpty()) {
                out.println(" ".repeat(width + 11) + "needs " + needs);
            }
        }
    }

    private static JsonObject json(List<RuleInfo> rules) {
        JsonArray array = new JsonArray();
        for (RuleInfo rule : rules) {
            JsonArray needs = new JsonArray();
            needs(rule).forEach(needs::add);
            JsonObject item = new JsonObject();
            item.addProperty("code", rule.code());
            item.addProperty("severity", rule.severity().id());
            item.add("needs", needs);
            item.addProperty("summary", rule.summary());
            array.add(item);
        }
        JsonObject all = new JsonObject();
        all.addProperty("schemaVersion", 1);
        all.add("rules", array);
        return all;
    }

    private static List<String> needs(RuleInfo rule) {
        return rule.needs().stream().sorted().map(Need::name)
                .map(name -> name.toLowerCase(Locale.ROOT).replace('_', '-')).toList();
    }
}
