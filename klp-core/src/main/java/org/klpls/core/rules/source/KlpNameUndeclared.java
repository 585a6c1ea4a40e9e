package org.klpls.core.rules.source;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.klpls.c.ast.Declaration;
import org.klpls.c.ast.Expression;
import org.klpls.c.ast.InitDeclarator;
import org.klpls.c.ast.Name;
import org.klpls.c.ast.Walker;
import org.klpls.c.text.SourceRange;
import org.klpls.c.text.Span;
import org.klpls.c.types.Program;
import org.klpls.core.kernel.SimilarNames;
import org.klpls.core.model.Place;
import org.klpls.core.rule.Finding;
import org.klpls.core.rule.Fix;
import org.klpls.core.rule.Rule;
import org.klpls.core.rule.RuleInfo;
import org.klpls.core.rule.Severity;
import org.klpls.core.source.LifeCycle;
import org.klpls.core.source.SourceCode;
import org.klpls.core.source.TableVariable;
import org.klpls.core.source.ToolMark;

/** What a patch's tables, its life-cycle and its tools are told of must be declared. */
public final class KlpNameUndeclared implements Rule<SourceContext> {
    private static final RuleInfo INFO = new RuleInfo("klp-name-undeclared", Severity.ERROR, Set.of(),
            "a patch names a function or a table that is declared nowhere");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(SourceContext context, Consumer<Finding> sink) {
        if (!context.source().code().isWhole()) {
            return;
        }
        Program program = Program.of(context.source().code().unit());
        Map<SourceRange, String> undeclared = new LinkedHashMap<>();
        identifiers(context).filter(name -> !name.name().startsWith("__builtin_") && program.meaning(name).isEmpty())
                .forEach(name -> undeclared.putIfAbsent(context.source().code().place(name), name.name()));
        Stream.concat(context.source().lifeCycle().init().stream(), context.source().lifeCycle().exit().stream())
                .filter(hook -> program.function(hook.function()).isEmpty())
                .forEach(hook -> undeclared.putIfAbsent(argument(hook), hook.function()));
        undeclared.forEach((place, name) -> sink.accept(finding(program, place, name)));
    }

    private static Stream<Expression.Identifier> identifiers(SourceContext context) {
        Set<String> tables = context.source().tables().stream().map(TableVariable::variable)
                .collect(Collectors.toSet());
        Set<SourceRange> marks = context.source().toolMarks().stream().map(ToolMark::place)
                .collect(Collectors.toSet());
        SourceCode code = context.source().code();
        Stream<Expression.Identifier> inTables = code.unit().mainDeclarations().stream()
                .flatMap(external -> external instanceof Declaration declaration
                        ? declaration.declarators().stream()
                        : Stream.empty())
                .flatMap(declarator -> names(declarator).filter(
                        name -> isOf(tables, declarator) || marks.contains(code.place(name))));
        Stream<Expression.Identifier> inCalls = Stream.of("klp_enable_patch", "klp_register_patch").flatMap(
                callee -> code.calls(callee).stream()).flatMap(call -> call.expression().arguments().stream())
                .flatMap(argument -> Walker.all(Expression.Identifier.class, argument).stream());
        return Stream.concat(inTables, inCalls);
    }

    private static boolean isOf(Set<String> tables, InitDeclarator declarator) {
        return declarator.declarator().name().map(Name::text).filter(tables::contains).isPresent();
    }

    private static Stream<Expression.Identifier> names(InitDeclarator declarator) {
        return declarator.initializer().stream()
                .flatMap(value -> Walker.all(Expression.Identifier.class, value).stream());
    }

    /** The name in {@code module_init(name)}. */
    private static SourceRange argument(LifeCycle.Hook hook) {
        int at = hook.place().source().slice(hook.place().span()).lastIndexOf(hook.function());
        int start = hook.place().span().start() + at;
        return at < 0
                ? hook.place()
                : new SourceRange(hook.place().source(),
                        new Span(start, start + hook.function().length()));
    }

    private static Finding finding(Program program, SourceRange place, String name) {
        Optional<String> similar = SimilarNames.of(name, Stream.concat(
                program.functions(Program.Part.MAIN_FILE).stream().map(function -> function.name()),
                program.variables(Program.Part.MAIN_FILE).stream().map(variable -> variable.name())), 1).stream()
                .findFirst();
        boolean isSpelled = place.source().slice(place.span()).equals(name);
        List<Fix> fixes = similar.filter(_ -> isSpelled)
                .map(other -> new Fix("Write " + other, List.of(new Fix.Edit(place, other)))).stream().toList();
        return Finding.at(new Place.InSource(place), INFO, "'" + name + "' is declared nowhere"
                + similar.map(other -> ": did you mean '" + other + "'?")
                        .orElse(": declare it, or include the header that does"))
                .fixes(fixes);
    }
}
