package org.klpls.c.parse;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.klpls.c.ast.FunctionDefinition;
import org.klpls.c.ast.TranslationUnit;
import org.klpls.c.build.CompileCommand;
import org.klpls.c.text.Problem;
import org.klpls.c.text.SourceText;

/** Mutants of files, judged by gcc and read here. */
final class MutationComparison {
    private final CFrontend frontend;
    private final List<String> differences = new ArrayList<>();
    private int mutants;
    private int losers;

    MutationComparison(CFrontend frontend) {
        this.frontend = frontend;
    }

    /** Where gcc and we judge differently, a line each. */
    String differences() {
        return String.join("\n", differences);
    }

    int mutants() {
        return mutants;
    }

    /** How many mutants lost more than one function of the file. */
    int losers() {
        return losers;
    }

    /** @param whole the file without a change */
    void compare(SourceText source, ParseResult whole, Mutants of, List<Mutants.Mutant> all, CompileCommand flags,
            Path folder) throws IOException {
        List<String> functions = functions(whole.unit());
        int includes = of.start();
        List<String> complaints = new PrecompiledHeaders(folder, flags, source.text().substring(0, includes))
                .complaints(all.stream().map(it -> it.text().substring(includes)).toList());
        for (int i = 0; i < all.size(); i++) {
            Mutants.Mutant mutant = all.get(i);
            ParseResult result = frontend.parse(SourceText.of(source.path(), mutant.text()), flags, Optional.of(whole));
            boolean accepted = result.problems().stream().noneMatch(it -> it.severity() == Problem.Severity.ERROR);
            String said = complaints.get(i);
            if (accepted ? Gcc.isSyntaxError(said) : said.isEmpty()) {
                differences.add(source.path().getFileName() + ": " + mutant.change() + "   gcc: "
                        + said.lines().findFirst().orElse("accepted") + "   klpls: "
                        + result.problems().stream().map(it -> it.message()).toList());
            }
            List<String> kept = functions(result.unit());
            losers += functions.stream().filter(it -> !kept.contains(it)).count() > 1 ? 1 : 0;
            mutants++;
        }
    }

    private static List<String> functions(TranslationUnit unit) {
        return unit.mainDeclarations().stream().filter(FunctionDefinition.class::isInstance)
                .map(it -> ((FunctionDefinition) it).name()).toList();
    }
}
