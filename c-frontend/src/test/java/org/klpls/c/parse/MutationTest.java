package org.klpls.c.parse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
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
 * A real livepatch with one token taken out, doubled, swapped with its neighbour or replaced: gcc judges each. The seed is
 * fixed, so that a failure comes again.
 */
@NeedsRealThings({RealThing.HEADERS, RealThing.SOURCE})
class MutationTest {
    private static final long SEED = 20261122;
    private static final int JUDGED_BY_GCC = 40;
    private static final int PARSED = 120;
    private static final List<String> OTHERS = List.of(";", ",", "(", ")", "{", "}", "=", "*", "1", "x", "int", "if",
            "\"s\"", ".", "static", "struct");

    private static SourceText source = SourceText.of(Path.of("/none.c"), "");
    private static CompileCommand flags = new CompileCommand(Path.of("/"), "gcc", List.of(), "none");
    private static final CFrontend FRONTEND = new CFrontend(
            new Preprocessor(new HeaderCache(new DiskFiles()), GccFacts.inUserCache()));

    @BeforeAll
    static void readTheSample(@TempDir Path folder) throws IOException {
        flags = KernelFlags.ofModule(folder);
        Path file = RealThings.source().resolve("samples/livepatch/livepatch-shadow-fix1.c");
        source = SourceText.of(file, Files.readString(file));
    }

    @Test
    void gccAndTheParserAgreeOnWhatIsC() {
        Random random = new Random(SEED);
        List<Span> spans = ownTokens();
        List<String> flagsOfGcc = new ArrayList<>(flags.arguments());
        flagsOfGcc.add("-I" + source.path().getParent());
        List<String> differences = new ArrayList<>();
        for (int i = 0; i < JUDGED_BY_GCC; i++) {
            String text = mutated(spans, random);
            String complaints = Gcc.complaintsIn(flags.directory(), text, flagsOfGcc);
            ParseResult result = parse(text);
            boolean accepted = result.problems().isEmpty();
            if (accepted ? Gcc.isSyntaxError(complaints) : complaints.isEmpty()) {
                differences.add(changed(text) + " | gcc: " + complaints.lines().findFirst().orElse("accepted")
                        + " | klpls: " + result.problems().stream().map(it -> it.message()).toList());
            }
        }
        assertEquals("", String.join("\n", differences));
    }

    @Test
    @Timeout(value = 5, unit = MINUTES)
    void oneWrongTokenCostsAtMostItsOwnFunction() {
        List<String> functions = Parsed.functions(parse(source.text()));
        List<String> own = functions.stream().filter(it -> it.startsWith("livepatch_") || it.startsWith("shadow_"))
                .toList();
        assertTrue(own.size() >= 4, own::toString);
        Random random = new Random(SEED);
        List<Span> spans = ownTokens();
        int losers = 0;
        for (int i = 0; i < PARSED; i++) {
            List<String> kept = Parsed.functions(parse(mutated(spans, random)));
            losers += own.stream().filter(it -> !kept.contains(it)).count() > 1 ? 1 : 0;
        }
        assertTrue(losers <= PARSED / 20, losers + " of " + PARSED + " cost more than one function");
    }

    private static ParseResult parse(String text) {
        return FRONTEND.parse(SourceText.of(source.path(), text), flags);
    }

    private static List<Span> ownTokens() {
        TranslationUnit unit = parse(source.text()).unit();
        List<Span> spans = new ArrayList<>();
        for (int i = 0; i < unit.tokens().size() - 1; i++) {
            if (unit.sourceMap().inMainFile(unit.tokens(), i) && !unit.tokens().isFromMacro(i)) {
                spans.add(unit.sourceMap().spelling(unit.tokens(), i).span());
            }
        }
        return spans;
    }

    /** The text with one of its own tokens changed. */
    private static String mutated(List<Span> spans, Random random) {
        int at = random.nextInt(spans.size() - 1);
        Span span = spans.get(at);
        Span next = spans.get(at + 1);
        String text = source.text();
        String before = text.substring(0, span.start());
        String after = text.substring(span.end());
        return switch (random.nextInt(4)) {
            case 0 -> before + after;
            case 1 -> before + source.slice(span) + " " + source.slice(span) + after;
            case 2 -> before + source.slice(next) + " " + source.slice(span) + text.substring(next.end());
            default -> before + OTHERS.get(random.nextInt(OTHERS.size())) + after;
        };
    }

    private static String changed(String text) {
        int at = 0;
        while (at < text.length() && at < source.text().length() && text.charAt(at) == source.text().charAt(at)) {
            at++;
        }
        return text.substring(Math.max(0, at - 40), Math.min(text.length(), at + 30)).replace('\n', ' ');
    }
}
