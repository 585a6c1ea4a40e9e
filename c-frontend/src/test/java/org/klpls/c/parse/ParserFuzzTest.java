package org.klpls.c.parse;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Timeout;
import org.klpls.c.ast.FunctionDefinition;
import org.klpls.c.ast.Node;
import org.klpls.c.ast.TranslationUnit;
import org.klpls.c.ast.Walker;
import org.klpls.c.pp.Dialect;
import org.klpls.c.pp.Interner;
import org.klpls.c.pp.Preprocessed;
import org.klpls.c.testing.FuzzBounds;
import org.klpls.c.text.SourceText;

/**
 * Any text at all gives a tree, soon, whose nodes lie inside of their parents. Without JAZZER_FUZZ the committed inputs are tried; with
 * it Jazzer makes up more: see docs/testing.md.
 */
class ParserFuzzTest {
    @Timeout(30)
    @DictionaryFile(resourcePath = "c.dict")
    @FuzzTest(maxDuration = "1h")
    void anyTextGivesATree(byte[] input) {
        String text = new String(input, StandardCharsets.UTF_8);
        FuzzBounds.hold(input.length, () -> parse(text));
    }

    private static void parse(String text) {
        SourceText source = SourceText.of(Path.of("/fuzzed.c"), text);
        Dialect dialect = text.startsWith("//23") ? Dialect.C23 : Dialect.GNU;
        ParseResult result = CFrontend.parse(Preprocessed.ofPlainText(source, new Interner(), dialect));
        TranslationUnit unit = result.unit();
        result.problems().forEach(problem -> problem.where().orElseThrow().start());
        for (Node external : unit.ownDeclarations()) {
            Walker.walk(external, node -> check(unit, node));
        }
    }

    private static void check(TranslationUnit unit, Node node) {
        if (node.first() > node.end() || node.end() > unit.tokens().size()) {
            throw new AssertionError("no place: " + node.first() + " to " + node.end());
        }
        unit.place(node);
        if (node instanceof FunctionDefinition function) {
            unit.body(function);
        }
    }
}
