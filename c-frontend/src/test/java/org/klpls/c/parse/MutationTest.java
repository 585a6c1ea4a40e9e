package org.klpls.c.parse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.klpls.c.ast.FunctionDefinition;
import org.klpls.c.ast.TranslationUnit;
import org.klpls.c.build.CompileCommand;
import org.klpls.c.pp.DiskFiles;
import org.klpls.c.pp.GccFacts;
import org.klpls.c.pp.HeaderCache;
import org.klpls.c.pp.Preprocessor;
import org.klpls.c.testing.NeedsRealThings;
import org.klpls.c.testing.RealThing;
import org.klpls.c.testing.RealThings;
import org.klpls.c.text.SourceText;
import org.klpls.c.text.Span;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Real livepatches with one token taken out, doubled, swapped with its neighbour or replaced: gcc judges each. The seed is fixed, so
 * that a failure comes again; {@code -Dklpls.mutations=400 -Dklpls.mutation.seed=1} tries 400 of each source from another one.
 */
@NeedsRealThings({RealThing.HEADERS, RealThing.SOURCE})
class MutationTest {
    private static final long SEED = Long.getLong("klpls.mutation.seed", 20261122);
    private static final int EACH = Integer.getInteger("klpls.mutations", 40);
    private static final List<String> SOURCES = List.of("samples/livepatch/livepatch-sample.c",
            "samples/livepatch/livepatch-shadow-fix1.c", "samples/livepatch/livepatch-callbacks-demo.c",
            "lib/livepatch/test_klp_shadow_vars.c", "lib/livepatch/test_klp_state.c");
    private static final List<String> OTHERS = List.of(";", ",", "(", ")", "{", "}", "=", "*", "1", "x", "int", "if",
            "\"s\"", ".", "static", "struct");
    private static final CFrontend FRONTEND = new CFrontend(
            new Preprocessor(new HeaderCache(new DiskFiles()), GccFacts.inUserCache()));

    /** One text with one token changed; change is what stands there now, with what is around it. */
    private record Mutant(String text, String change) {}

    private final List<String> differences = new ArrayList<>();
    private int mutants;
    private int losers;

    @Test
    @Timeout(value = 60, unit = MINUTES)
    void oneWrongTokenIsJudgedAsGccJudgesItAndCostsAtMostItsOwnFunction(@TempDir Path folder) throws IOException {
        CompileCommand flags = KernelFlags.ofModule(folder);
        for (String name : SOURCES) {
            Path file = RealThings.source().resolve(name);
            compare(SourceText.of(file, Files.readString(file)), flags, Files.createTempDirectory(folder, "mutants"));
        }
        assertEquals("", String.join("\n", differences));
        assertEquals(EACH * SOURCES.size(), mutants);
        assertTrue(losers <= mutants / 20, losers + " of " + mutants + " cost more than one function");
    }

    private void compare(SourceText source, CompileCommand flags, Path folder) throws IOException {
        TranslationUnit whole = FRONTEND.parse(source, flags).unit();
        List<Span> spans = ownTokens(whole);
        List<String> functions = functions(whole);
        List<Mutant> all = mutants(source, spans);
        int includes = source.text().lastIndexOf('\n', spans.getFirst().start()) + 1;
        List<String> complaints = new PrecompiledHeaders(folder, flags, source.text().substring(0, includes))
                .complaints(all.stream().map(it -> it.text.substring(includes)).toList());
        for (int i = 0; i < all.size(); i++) {
            Mutant mutant = all.get(i);
            ParseResult result = FRONTEND.parse(SourceText.of(source.path(), mutant.text), flags);
            boolean accepted = result.problems().isEmpty();
            String said = complaints.get(i);
            if (accepted ? Gcc.isSyntaxError(said) : said.isEmpty()) {
                differences.add(source.path().getFileName() + ": " + mutant.change + "   gcc: "
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

    private static List<Span> ownTokens(TranslationUnit unit) {
        List<Span> spans = new ArrayList<>();
        for (int i = 0; i < unit.tokens().size() - 1; i++) {
            if (unit.sourceMap().inMainFile(unit.tokens(), i) && !unit.tokens().isFromMacro(i)) {
                spans.add(unit.sourceMap().spelling(unit.tokens(), i).span());
            }
        }
        return spans;
    }

    private static List<Mutant> mutants(SourceText source, List<Span> spans) {
        Random random = new Random(SEED ^ source.path().getFileName().hashCode());
        List<Mutant> mutants = new ArrayList<>();
        for (int i = 0; i < EACH; i++) {
            mutants.add(mutant(source, spans, random));
        }
        return mutants;
    }

    private static Mutant mutant(SourceText source, List<Span> spans, Random random) {
        int at = random.nextInt(spans.size() - 1);
        Span span = spans.get(at);
        Span next = spans.get(at + 1);
        String text = source.text();
        String after = text.substring(span.end());
        String changed = switch (random.nextInt(4)) {
            case 0 -> after;
            case 1 -> source.slice(span) + " " + source.slice(span) + after;
            case 2 -> source.slice(next) + text.substring(span.end(), next.start()) + source.slice(span)
                    + text.substring(next.end());
            default -> OTHERS.get(random.nextInt(OTHERS.size())) + after;
        };
        String before = text.substring(0, span.start());
        String change = before.substring(Math.max(0, before.length() - 40)) + " >>> "
                + changed.substring(0, Math.min(40, changed.length()));
        return new Mutant(before + changed, change.replace('\n', ' ').replace('\t', ' '));
    }
}
