package org.klpls.c.types;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.klpls.c.ast.BlockItem;
import org.klpls.c.ast.Declaration;
import org.klpls.c.ast.Expression;
import org.klpls.c.ast.ExternalDeclaration;
import org.klpls.c.ast.FunctionDefinition;
import org.klpls.c.ast.InitDeclarator;
import org.klpls.c.ast.Label;
import org.klpls.c.ast.Node;
import org.klpls.c.ast.Statement;
import org.klpls.c.ast.TranslationUnit;
import org.klpls.c.ast.Walker;
import org.klpls.c.testing.KernelTree;
import org.klpls.c.testing.NeedsRealThings;
import org.klpls.c.testing.RealThing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * The type and value of expressions in functions of kernel files, told to gcc as {@code _Static_assert}s in the very place:
 * it must agree with all. {@code -Dklpls.expressionFiles=40} takes more files, {@code -Dklpls.kernelSeed=3} others.
 */
@NeedsRealThings({RealThing.HEADERS, RealThing.SOURCE, RealThing.HEADERS_6_12, RealThing.SOURCE_6_12})
class ExpressionsOfKernelTest {
    private static final int USUAL_SAMPLE = 5;
    /** A macro can make megabytes of an expression, and each of its parts would be written out again. */
    private static final int LONGEST = 60;

    @TempDir
    Path temp = Path.of("");

    private Program program = Program.of(ProgramTest.program("").unit());
    private Assertions assertions = new Assertions(program.unit().tokens());
    private final List<String> differences = new ArrayList<>();

    @Test
    void gccAgreesWithTypesAndValuesOfExpressions() throws IOException {
        compare(KernelTree.v6_1(), Integer.getInteger("klpls.expressionFiles", USUAL_SAMPLE));
    }

    @Test
    void gccAgreesWithTypesAndValuesOfExpressionsOfANewerKernel() throws IOException {
        compare(KernelTree.v6_12(), Integer.getInteger("klpls.expressionFiles", USUAL_SAMPLE) / 4);
    }

    private void compare(KernelTree tree, int wanted) throws IOException {
        KernelUnits units = new KernelUnits(tree);
        int compared = 0;
        int asserted = 0;
        for (Path file : tree.files(Integer.getInteger("klpls.kernelSeed", 7))) {
            List<String> nothing = List.of("-w", "-fsyntax-only", file.toString());
            if (compared == wanted) {
                break;
            }
            if (KernelUnits.gcc(tree.command(file), nothing, temp.resolve("said"))) {
                compared++;
                program = Program.of(units.parse(file).unit());
                assertions = new Assertions(program.unit().tokens());
                collect(program.unit());
                asserted += assertions.count();
                assertions.refused(tree.command(file), temp)
                        .stream().filter(it -> !isOpen(it)).forEach(it -> differences.add(file + ": " + it));
            }
        }
        assertEquals("", String.join("\n", differences.subList(0, Math.min(60, differences.size()))));
        assertEquals(wanted, compared);
        assertTrue(asserted > compared * 300, "only " + asserted + " assertions");
    }

    /** Whether something is a constant, gcc leaves open in a function until it has inlined and folded all; we say no. */
    private static boolean isOpen(String difference) {
        return difference.startsWith("expression in static assertion is not constant")
                && difference.contains("__builtin_constant_p");
    }

    private void collect(TranslationUnit unit) {
        for (ExternalDeclaration external : unit.mainDeclarations()) {
            if (external instanceof FunctionDefinition function) {
                for (Statement.Block block : Walker.all(Statement.Block.class, unit.body(function))) {
                    block.items().forEach(this::collect);
                }
                for (Label.Case label : Walker.all(Label.Case.class, unit.body(function))) {
                    constant(label.value());
                }
            }
        }
    }

    /** What gcc takes for a constant must be one. */
    private void constant(Expression expression) {
        if (program.constant(expression).isEmpty()) {
            differences.add("no constant: " + program.unit().text(expression));
        }
    }

    private void collect(BlockItem item) {
        switch (item) {
            case Statement.ExpressionStatement it -> expressions(it.expression(), it.first());
            case Statement.Return it -> it.value().ifPresent(value -> expressions(value, it.first()));
            case Statement.If it -> expressions(it.condition(), it.first());
            case Statement.While it -> expressions(it.condition(), it.first());
            case Statement.Switch it -> expressions(it.value(), it.first());
            case Declaration it -> initializers(it);
            default -> {
            }
        }
    }

    /** After it: what it declares is visible, so that its own names must not be used in it. */
    private void initializers(Declaration declaration) {
        Set<String> names = declaration.declarators().stream().flatMap(it -> it.declarator().name().stream())
                .map(it -> it.text()).collect(java.util.stream.Collectors.toSet());
        for (InitDeclarator declared : declaration.declarators()) {
            boolean mentioned = Walker.all(Expression.Identifier.class, declared).stream()
                    .anyMatch(it -> names.contains(it.name()));
            if (!mentioned && declared.initializer().isPresent()
                    && declared.initializer().get() instanceof Expression value) {
                expressions(value, declaration.end());
            }
        }
    }

    private void expressions(Expression root, int token) {
        Walker.walkInto(root, node -> {
            if (node instanceof Expression expression && isShort(node)) {
                expression(expression, token);
            }
            return !(node instanceof Statement.Block) && !isAttribute(node);
        });
    }

    private static boolean isAttribute(Node node) {
        return node instanceof org.klpls.c.ast.Attribute;
    }

    private static boolean isShort(Node node) {
        return node.end() - node.first() <= LONGEST;
    }

    private void expression(Expression expression, int token) {
        String text = program.unit().text(expression);
        if (expression instanceof Expression.Identifier name && program.meaning(name).isEmpty()) {
            // gcc's own functions, and those that nobody declares
            return;
        }
        Type type = program.type(expression);
        if (type instanceof Type.Unknown) {
            differences.add("no type: " + text);
            return;
        }
        Optional<String> written = type.stripped() instanceof Type.BitField
                ? Optional.empty()
                : Optional.of(type.canonical().pointer().text())
                        .filter(it -> !it.matches(".*(\\{|\\[\\*|__va_list_tag).*"));
        written.ifPresent(it -> assertions.add(token,
                "__builtin_types_compatible_p(typeof(" + text + ") *, " + it + ")"));
        Optional<BigInteger> value = program.constant(expression);
        boolean integer = new Conversions(program.scope(expression).file()).width(type).isPresent();
        if (value.isPresent() && integer && value.get().bitLength() < 64) {
            assertions.add(token, "(" + text + ") == " + literal(value.get()));
        }
    }

    private static String literal(BigInteger value) {
        return value.bitLength() == 63 && value.signum() < 0 && value.bitCount() == 0
                ? "(-9223372036854775807L - 1)"
                : value + "L";
    }
}
