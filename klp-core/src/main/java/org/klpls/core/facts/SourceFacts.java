package org.klpls.core.facts;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.klpls.c.ast.Attribute;
import org.klpls.c.ast.Node;
import org.klpls.c.ast.TranslationUnit;
import org.klpls.c.build.CompileCommand;
import org.klpls.c.parse.ParseResult;
import org.klpls.c.text.Problem;
import org.klpls.c.text.SourceRange;
import org.klpls.c.types.DeclaredFunction;
import org.klpls.c.types.DeclaredVariable;
import org.klpls.c.types.Linkage;
import org.klpls.c.types.PlacedMember;
import org.klpls.c.types.Program;
import org.klpls.c.types.RecordDefinition;
import org.klpls.c.types.RecordLayout;
import org.klpls.core.model.KlpPatch;
import org.klpls.core.source.LivepatchSourceReader;

/** What a C file declares, as it is read: each list in the order of the text, and its livepatch tables. */
public record SourceFacts(List<Function> functions, List<Variable> variables, List<Typedef> typedefs,
        List<Struct> records, List<KlpPatch> patches, List<Problem> problems) {
    /**
     * @param attributes their names, without underscores around them
     * @param place of its definition, or of its last declaration
     * @param endLine line of the last character of that, from 0
     */
    public record Function(String name, boolean isStatic, boolean isInline, List<String> attributes, String type,
            SourceRange place, int endLine, boolean isDefinition) {}

    /**
     * @param size in bytes; empty where its type is not complete
     * @param align in bytes
     */
    public record Variable(String name, boolean isStatic, List<String> attributes, String type, OptionalLong size,
            long align, SourceRange place, boolean isDefinition) {}

    public record Typedef(String name, String type, SourceRange place) {}

    /**
     * A struct or union.
     *
     * @param text how a type names it: {@code struct s}
     * @param size in bytes; empty, as align is, where a member's size is not known
     */
    public record Struct(Optional<String> tag, String kind, String text, OptionalLong size, OptionalLong align,
            List<Member> members, SourceRange place) {}

    /**
     * @param name empty for an anonymous struct or union
     * @param bits width of a bit-field
     */
    public record Member(Optional<String> name, long offsetBits, long sizeBits, String type, Optional<Integer> bits) {}

    public SourceFacts {
        functions = List.copyOf(functions);
        variables = List.copyOf(variables);
        typedefs = List.copyOf(typedefs);
        records = List.copyOf(records);
        patches = List.copyOf(patches);
        problems = List.copyOf(problems);
    }

    /** @param headersToo also what headers declare, not only the file itself */
    public static SourceFacts of(ParseResult parsed, CompileCommand command, boolean headersToo) {
        TranslationUnit unit = parsed.unit();
        Program program = Program.of(unit);
        Program.Part part = headersToo ? Program.Part.ALL : Program.Part.MAIN_FILE;
        return new SourceFacts(program.functions(part).stream().map(it -> function(it, unit)).toList(),
                program.variables(part).stream().map(it -> variable(it, unit)).toList(),
                program.typedefs(part).stream()
                        .map(it -> new Typedef(it.name(), it.type().text(), unit.place(it.node()))).toList(),
                program.records(part).stream().map(it -> struct(it, unit)).toList(),
                LivepatchSourceReader.of(parsed, command).patches(), parsed.problems());
    }

    private static Function function(DeclaredFunction function, TranslationUnit unit) {
        Node whole = function.definition().<Node>map(it -> it).orElse(function.main().node());
        return new Function(function.name(), function.linkage() == Linkage.INTERNAL, function.isInline(),
                names(function.attributes()), function.type().text(), unit.place(function.main().node()),
                unit.place(whole).end().line(), function.definition().isPresent());
    }

    private static Variable variable(DeclaredVariable variable, TranslationUnit unit) {
        return new Variable(variable.name(), variable.linkage() == Linkage.INTERNAL, names(variable.attributes()),
                variable.type().text(), variable.size(), variable.align(), unit.place(variable.main().node()),
                variable.isDefinition());
    }

    private static Struct struct(RecordDefinition record, TranslationUnit unit) {
        Optional<RecordLayout> layout = record.layout();
        Optional<RecordLayout> whole = layout.filter(RecordLayout::isComplete);
        return new Struct(record.tag().name(), record.tag().kind().name().toLowerCase(Locale.ROOT), record.tag().text(),
                whole.map(it -> OptionalLong.of(it.size())).orElse(OptionalLong.empty()),
                whole.map(it -> OptionalLong.of(it.align())).orElse(OptionalLong.empty()),
                layout.map(RecordLayout::members).orElse(List.of()).stream().map(SourceFacts::member).toList(),
                unit.place(record.node().tag().<Node>map(it -> it).orElse(record.node())));
    }

    private static Member member(PlacedMember placed) {
        return new Member(placed.member().name(), placed.offsetBits(), placed.sizeBits(),
                placed.member().type().text(), placed.member().bits());
    }

    private static List<String> names(List<Attribute> attributes) {
        return attributes.stream().map(Attribute::plainName).distinct().toList();
    }
}
