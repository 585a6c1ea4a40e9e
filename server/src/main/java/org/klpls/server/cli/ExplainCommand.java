package org.klpls.server.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.klpls.core.rule.RuleInfo;
import org.klpls.core.rules.RuleCatalog;
import org.klpls.server.Version;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code klpls explain CODE}: a rule's page of the manual, the same as docs/rules/CODE.md. */
@Command(name = "explain", mixinStandardHelpOptions = true, description = "Prints what a finding's code means.", footer = {
        "", "Examples:", "  klpls explain klp-sympos-required"})
final class ExplainCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "CODE", description = "A code as it stands in a finding; `klpls rules` lists them all.")
    private String code = "";

    @Override
    public Integer call() throws IOException, UnreadableInput {
        List<String> codes = RuleCatalog.ALL.infos().stream().map(RuleInfo::code).toList();
        if (!codes.contains(code)) {
            throw new UnreadableInput("there is no code '" + code + "'" + similar(codes) + "; `klpls rules` lists all");
        }
        spec.commandLine().getOut().print(page(code)
                .orElseThrow(() -> new IllegalStateException("the page of " + code + " is not in the jar")));
        return ExitStatus.CLEAN;
    }

    /** The page as Markdown. Empty: the build did not pack it. */
    static Optional<String> page(String code) throws IOException {
        try (InputStream in = Version.class.getResourceAsStream("rules/" + code + ".md")) {
            return in == null ? Optional.empty() : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private String similar(List<String> codes) {
        String near = codes.stream().filter(c -> commonPieces(c) > 0)
                .sorted(Comparator.comparingLong(this::commonPieces).reversed()).limit(3)
                .collect(Collectors.joining(", "));
        return near.isEmpty() ? "" : "; similar: " + near;
    }

    private long commonPieces(String other) {
        List<String> asked = List.of(code.split("-"));
        return List.of(other.split("-")).stream().filter(asked::contains).filter(piece -> piece.length() > 3).count();
    }
}
