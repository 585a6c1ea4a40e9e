package org.klpls.c.types;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.klpls.c.ast.Expression;
import org.klpls.c.ast.TranslationUnit;
import org.klpls.c.ast.Walker;
import org.klpls.c.parse.CFrontend;
import org.klpls.c.pp.Dialect;
import org.klpls.c.pp.Interner;
import org.klpls.c.pp.Preprocessed;
import org.klpls.c.text.SourceText;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Each part of a deep expression is worked out once, in whatever order the parts are asked for, and none is too deep. */
class AnswersTest {
    private static final int DEPTH = 900;

    @ParameterizedTest
    @ValueSource(strings = {"(", "- ", "1 ? 2 : ", "1 + ", "!(", "~-"})
    void everyPartIsWorkedOutOnceAndNoneIsTooDeep(String level) {
        String close = ")".repeat(level.endsWith("(") ? DEPTH : 0);
        String text = "int x = " + level.repeat(DEPTH) + "3" + close + ";\n";
        List<Expression> parts = parts(unit(text));
        assertTrue(parts.size() > DEPTH);
        List<String> down = ask(text, parts);
        assertEquals(down, ask(text, parts.reversed()).reversed());
        assertTrue(down.stream().noneMatch(it -> it.contains("Unknown") || it.endsWith("empty")), down::getFirst);
    }

    /** A statement expression has a scope of its own, so its parts are asked for by themselves. */
    @ParameterizedTest
    @CsvSource({"700,250", "250,700", "390,390", "200,200", "450,450", "0,900", "200,150,150,200",
            "150,150,150,150,150",
            "450,450,20"})
    void whatIsDeepInADeepStatementExpressionHasAType(ArgumentsAccessor depths) {
        String text = "3";
        for (int i = depths.size() - 1; i >= 0; i--) {
            int depth = depths.getInteger(i);
            text = "(".repeat(depth) + text + ")".repeat(depth);
            text = i > 0 ? "({ int local; " + text + "; })" : text;
        }
        String whole = "int f(void)\n{\n\treturn " + text + ";\n}\n";
        List<Expression> parts = parts(unit(whole));
        for (List<Expression> order : List.of(parts, parts.reversed())) {
            Program program = Program.of(unit(whole));
            assertEquals(List.of(), order.stream().filter(it -> program.type(it) instanceof Type.Unknown).toList());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "- ", "1 + "})
    void partsAreWorkedOutThreeTimesAtMost(String level) {
        AtomicInteger made = new AtomicInteger();
        Answers<Integer> answers = new Answers<>(_ -> false);
        List<Expression> parts = parts(
                unit("int x = " + level.repeat(DEPTH) + "3" + ")".repeat(level.endsWith("(") ? DEPTH : 0) + ";\n"));
        parts.forEach(part -> ask(part, answers, made));
        assertTrue(made.get() >= DEPTH && made.get() <= 3 * parts.size(), made::toString);
    }

    private static int ask(Expression expression, Answers<Integer> answers, AtomicInteger made) {
        return answers.of(expression, it -> {
            made.incrementAndGet();
            return 1 + Walker.children(it).stream()
                    .mapToInt(part -> part instanceof Expression inner ? ask(inner, answers, made) : 0).sum();
        }, part -> ask(part, answers, made), 0);
    }

    private static List<String> ask(String text, List<Expression> parts) {
        Program program = Program.of(unit(text));
        List<String> told = new ArrayList<>();
        parts.forEach(
                it -> told.add(program.type(it) + " " + program.constant(it).map(Object::toString).orElse("empty")));
        return told;
    }

    private static List<Expression> parts(TranslationUnit unit) {
        return Walker.all(Expression.class, unit.ownDeclarations().getFirst());
    }

    private static TranslationUnit unit(String text) {
        return CFrontend.parse(Preprocessed.ofPlainText(SourceText.of(Path.of("/deep.c"), text), new Interner(),
                Dialect.GNU)).unit();
    }
}
