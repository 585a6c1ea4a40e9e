package org.klpls.c.types;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.klpls.c.ast.Declaration;
import org.klpls.c.ast.Expression;
import org.klpls.c.ast.InitDeclarator;
import org.klpls.c.ast.TypeSpecifier;
import org.klpls.c.ast.Walker;
import org.klpls.c.build.CompileCommand;
import org.klpls.c.pp.Dialect;
import org.klpls.c.testing.NeedsRealThings;
import org.klpls.c.testing.RealThing;
import org.klpls.c.testing.RealThings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The type and value of the expressions of {@code expressions.txt}, in each standard: each gcc from 12 to 15 must agree. */
@NeedsRealThings({RealThing.HEADERS, RealThing.GCCS})
class ExpressionsTest {
    private static final String NAME = "klpls_";

    /** @param isConstant whether its value is compared too */
    private record Question(boolean isConstant, String expression) {}

    @TempDir
    Path temp = Path.of("");

    private final List<String> differences = new ArrayList<>();

    @ParameterizedTest
    @CsvSource({"12,gnu11", "12,gnu2x", "13,gnu11", "13,gnu2x", "14,gnu11", "14,gnu2x", "15,gnu11", "15,gnu2x"})
    void gccAgreesWithTypesAndValues(int version, String standard) throws IOException {
        StringBuilder text = new StringBuilder();
        List<Question> questions = new ArrayList<>();
        boolean applies = true;
        String locals = "";
        for (String line : lines()) {
            if (line.startsWith("=== ")) {
                String[] words = line.split(" ");
                applies = version >= Integer.parseInt(words[1])
                        && (words[2].equals("any") || words[2].equals(standard));
            } else if (applies && line.startsWith("! ")) {
                text.append(line.substring(2)).append('\n');
            } else if (applies && line.startsWith("$ ")) {
                locals = line.substring(2);
            } else if (applies) {
                Question question = new Question(line.startsWith("= "), line.substring(2));
                text.append("void ").append(NAME).append(questions.size())
                        .append("(int parameter, int arrayParameter[3]) { ")
                        .append(locals).append(" typeof(")
                        .append(question.expression).append(") *").append(NAME).append("; }\n");
                questions.add(question);
            }
        }
        Program program = ProgramTest.program(text.toString(), Dialect.of(List.of("-std=" + standard), version));
        Assertions assertions = new Assertions(program.unit().tokens());
        int asked = ask(program, questions, assertions);
        String compiler = version == 12 ? "gcc" : RealThings.cc1(version).toString();
        differences.addAll(
                assertions.refused(new CompileCommand(temp, compiler, List.of("-std=" + standard), ""), temp));
        assertEquals("", String.join("\n", differences));
        assertEquals(questions.size(), asked);
        assertTrue(asked > 100, "only " + asked + " expressions");
    }

    private int ask(Program program, List<Question> questions, Assertions assertions) {
        int asked = 0;
        for (DeclaredFunction function : program.functions(Program.Part.MAIN_FILE)) {
            if (!function.name().startsWith(NAME)) {
                continue;
            }
            Question question = questions.get(Integer.parseInt(function.name().substring(NAME.length())));
            List<Declaration> declarations = Walker.all(Declaration.class,
                    program.unit().body(function.definition().orElseThrow()));
            Declaration declaration = declarations.stream().filter(ExpressionsTest::isQuestion).findFirst()
                    .orElseThrow();
            ask(program, question, declaration, assertions);
            asked++;
        }
        return asked;
    }

    private static boolean isQuestion(Declaration declaration) {
        return declaration.declarators().stream().findFirst().flatMap(it -> it.declarator().name())
                .filter(it -> it.text().startsWith(NAME)).isPresent();
    }

    private void ask(Program program, Question question, Declaration declaration, Assertions assertions) {
        InitDeclarator declared = declaration.declarators().getFirst();
        assertEquals(NAME, declared.declarator().name().orElseThrow().text());
        Expression expression = ((TypeSpecifier.TypeofExpression) declaration.specifiers().type()).expression();
        Type type = program.type(expression);
        if (type instanceof Type.Unknown) {
            differences.add("no type: " + question.expression);
            return;
        }
        assertions.add(declaration.end(), "__builtin_types_compatible_p(typeof(" + question.expression + ") *, "
                + type.canonical().pointer().text() + ")");
        Optional<BigInteger> value = program.constant(expression);
        if (!question.isConstant) {
            return;
        }
        if (value.isEmpty()) {
            differences.add("no constant: " + question.expression);
        }
        value.filter(it -> it.bitLength() <= Long.SIZE).ifPresent(it -> assertions.add(declaration.end(),
                "(" + question.expression + ") == " + literal(it)));
    }

    private static String literal(BigInteger value) {
        return value.signum() >= 0 ? value + "UL" : "(" + value.add(BigInteger.ONE) + "L - 1)";
    }

    private static List<String> lines() throws IOException {
        try (InputStream in = Objects.requireNonNull(ExpressionsTest.class.getResourceAsStream("expressions.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().skip(1)
                    .filter(line -> !line.isBlank()).toList();
        }
    }
}
