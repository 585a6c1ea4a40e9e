package org.klpls.c.types;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.klpls.c.ast.Node;
import org.klpls.c.ast.Qualifier;
import org.klpls.c.ast.TranslationUnit;
import org.klpls.c.ast.TypeSpecifier.TagKind;
import org.klpls.c.text.SourceRange;
import org.klpls.c.types.DebugInfo.Die;

/** All that gcc tells in debug info, held against a program, part for part. */
final class DebugInfoComparison {
    private final DebugInfo info;
    private final Program program;
    private final TranslationUnit unit;
    private final List<String> differences = new ArrayList<>();
    private final Set<String> compared = new HashSet<>();
    private int facts;

    DebugInfoComparison(DebugInfo info, Program program) {
        this.info = info;
        this.program = program;
        this.unit = program.unit();
    }

    List<String> differences() {
        return differences;
    }

    /** How many single values were compared. */
    int facts() {
        return facts;
    }

    void run() {
        Set<String> functions = new HashSet<>();
        for (Die die : info.root().children()) {
            switch (die.tag()) {
                case DebugInfo.SUBPROGRAM -> {
                    die.text(DebugInfo.NAME).ifPresent(functions::add);
                    function(die);
                }
                case DebugInfo.VARIABLE -> variable(die);
                case DebugInfo.STRUCT, DebugInfo.UNION -> record(die);
                case DebugInfo.TYPEDEF -> typedef(die);
                case DebugInfo.ENUMERATION -> enumeration(die);
                default -> {
                }
            }
        }
        for (DeclaredFunction function : program.functions(Program.Part.MAIN_FILE)) {
            boolean emitted = function.definition().isPresent() && function.linkage() == Linkage.EXTERNAL
                    && !function.isInline();
            check(function.name(), "is emitted", true, !emitted || functions.contains(function.name()));
        }
    }

    private void check(String what, String property, Object gccs, Object ours) {
        facts++;
        if (!gccs.equals(ours)) {
            differences.add(what + ": " + property + " is " + gccs + " for gcc, here " + ours);
        }
    }

    private void function(Die die) {
        Optional<String> name = die.text(DebugInfo.NAME);
        if (name.isEmpty() || name.get().startsWith("__builtin_") || die.has(DebugInfo.DECLARATION)) {
            return;
        }
        Optional<DeclaredFunction> ours = program.function(name.get());
        check(name.get(), "a function", true, ours.isPresent());
        if (ours.isEmpty()) {
            return;
        }
        check(name.get(), "external", die.has(DebugInfo.EXTERNAL), ours.get().linkage() == Linkage.EXTERNAL);
        place(name.get(), die, ours.get().main().node());
        Type.Function type = ours.get().type().function().orElseThrow();
        List<Die> parameters = die.children(DebugInfo.PARAMETER);
        compare(name.get() + "()", info.type(die), type.result());
        check(name.get(), "prototyped", die.has(DebugInfo.PROTOTYPED),
                type.hasPrototype() || type.parameters().isEmpty());
        if (type.hasPrototype() || type.parameters().isEmpty()) {
            check(name.get(), "parameters", parameters.size(), type.parameters().size());
            for (int i = 0; i < Math.min(parameters.size(), type.parameters().size()); i++) {
                compare(name.get() + "() parameter " + i, info.type(parameters.get(i)), type.parameters().get(i));
            }
        }
    }

    private void variable(Die die) {
        Optional<String> name = die.text(DebugInfo.NAME);
        if (name.isEmpty()) {
            return;
        }
        Optional<DeclaredVariable> ours = program.variable(name.get());
        check(name.get(), "a variable", true, ours.isPresent());
        if (ours.isPresent()) {
            check(name.get(), "external", die.has(DebugInfo.EXTERNAL), ours.get().linkage() == Linkage.EXTERNAL);
            if (die.has(DebugInfo.ALIGNMENT)) {
                check(name.get(), "alignment", die.number(DebugInfo.ALIGNMENT).orElseThrow(), ours.get().align());
            }
            if (!die.has(DebugInfo.DECLARATION) || ours.get().declarations().size() == 1) {
                compare(name.get(), info.type(die), ours.get().type());
            }
            if (ours.get().declarations().size() == 1) {
                place(name.get(), die, ours.get().main().node());
            }
        }
    }

    private void typedef(Die die) {
        String name = die.text(DebugInfo.NAME).orElseThrow();
        List<Declared> ours = typedefs().getOrDefault(name, List.of());
        check(name, "a typedef", true, !ours.isEmpty() || BuiltIns.type(name).isPresent());
        if (!ours.isEmpty()) {
            compare("typedef " + name, info.type(die), ours.getFirst().type());
            place("typedef " + name, die, ours.getFirst().node());
        }
    }

    private java.util.Map<String, List<Declared>> typedefsByName = java.util.Map.of();

    private java.util.Map<String, List<Declared>> typedefs() {
        if (typedefsByName.isEmpty()) {
            typedefsByName = program.typedefs(Program.Part.ALL).stream()
                    .collect(java.util.stream.Collectors.groupingBy(Declared::name));
        }
        return typedefsByName;
    }

    private void record(Die die) {
        Optional<String> name = die.text(DebugInfo.NAME);
        if (name.isEmpty()) {
            return;
        }
        TagKind kind = die.tag() == DebugInfo.STRUCT ? TagKind.STRUCT : TagKind.UNION;
        Optional<RecordDefinition> ours = program.record(kind, name.get());
        if (die.has(DebugInfo.DECLARATION)) {
            check(name.get(), "declared only", true, ours.isEmpty());
        } else if (!name.get().equals("__va_list_tag")) {
            check(name.get(), "a struct", true, ours.isPresent());
            ours.ifPresent(it -> record(die, it));
        }
    }

    private void record(Die die, RecordDefinition ours) {
        String what = ours.tag().text();
        if (!compared.add(what + die.offset())) {
            return;
        }
        if (ours.layout().isEmpty()) {
            check(what, "laid out", true, false);
            return;
        }
        RecordLayout layout = ours.layout().get();
        check(what, "size", die.number(DebugInfo.BYTE_SIZE).orElseThrow(), layout.size());
        die.number(DebugInfo.ALIGNMENT).ifPresent(it -> check(what, "alignment", it, layout.align()));
        place(what, die, ours.node().tag().map(Node.class::cast).orElse(ours.node()));
        List<Die> members = die.children(DebugInfo.MEMBER);
        if (isCopyWithoutMembers(die)) {
            return;
        }
        List<PlacedMember> named = layout.members().stream()
                .filter(it -> it.member().name().isPresent() || it.member().isAnonymous()).toList();
        check(what, "members", members.size(), named.size());
        for (int i = 0; i < Math.min(members.size(), named.size()); i++) {
            member(what, members.get(i), named.get(i));
        }
    }

    /** For {@code typedef union {...} x __attribute__((transparent_union))} gcc writes the union a second time, without its members. */
    private static boolean isCopyWithoutMembers(Die die) {
        return die.tag() == DebugInfo.UNION && die.children().isEmpty() && die.text(DebugInfo.NAME).isEmpty();
    }

    private void member(String struct, Die die, PlacedMember ours) {
        String what = struct + "." + ours.member().name().orElse("<anonymous>");
        check(what, "name", die.text(DebugInfo.NAME), ours.member().name());
        long offset = die.number(DebugInfo.BIT_OFFSET)
                .orElseGet(() -> die.number(DebugInfo.MEMBER_LOCATION).map(it -> it * 8).orElse(0L));
        check(what, "bit offset", offset, ours.offsetBits());
        check(what, "bit size", die.number(DebugInfo.BIT_SIZE).map(Long::intValue), ours.member().bits());
        die.number(DebugInfo.ALIGNMENT).ifPresent(it -> check(what, "alignment", it, ours.alignBits() / 8));
        ours.member().name().ifPresent(it -> place(what, die, nameOf(ours)));
        compare(what, info.type(die), ours.member().type());
    }

    private static Node nameOf(PlacedMember placed) {
        return placed.member().node() instanceof org.klpls.c.ast.MemberDeclarator member
                ? member.declarator().name().orElseThrow()
                : placed.member().node();
    }

    private void enumeration(Die die) {
        Optional<String> name = die.text(DebugInfo.NAME);
        if (name.isPresent() && !die.has(DebugInfo.DECLARATION)) {
            List<EnumDefinition> ours = enums().getOrDefault(name.get(), List.of());
            check("enum " + name.get(), "known", 1, ours.size());
            if (!ours.isEmpty()) {
                enumeration(die, ours.getFirst());
            }
        }
    }

    private java.util.Map<String, List<EnumDefinition>> enumsByName = java.util.Map.of();

    private java.util.Map<String, List<EnumDefinition>> enums() {
        if (enumsByName.isEmpty()) {
            enumsByName = program.enumerations(Program.Part.ALL).stream().filter(it -> it.tag().name().isPresent())
                    .collect(java.util.stream.Collectors.groupingBy(it -> it.tag().name().get()));
        }
        return enumsByName;
    }

    private void enumeration(Die die, EnumDefinition ours) {
        String what = ours.tag().text();
        if (!compared.add(what + die.offset())) {
            return;
        }
        check(what, "size", OptionalLong.of(die.number(DebugInfo.BYTE_SIZE).orElseThrow()),
                program.size(ours.underlying()));
        List<Die> enumerators = die.children(DebugInfo.ENUMERATOR);
        check(what, "enumerators", enumerators.size(), ours.enumerators().size());
        int bits = (int) program.size(ours.underlying()).orElse(8) * 8;
        for (int i = 0; i < Math.min(enumerators.size(), ours.enumerators().size()); i++) {
            String name = ours.enumerators().get(i).name().text();
            check(what, "enumerator", enumerators.get(i).text(DebugInfo.NAME).orElseThrow(), name);
            long value = ours.value(i).map(it -> it.longValue()).orElse(Long.MIN_VALUE);
            long gccs = enumerators.get(i).number(DebugInfo.CONST_VALUE).orElseThrow();
            check(name, "value", gccs << 64 - bits, value << 64 - bits);
        }
    }

    /** Both where the author would edit it, and where the macro was called that made it. */
    private void place(String what, Die die, Node node) {
        Optional<Path> file = info.file(die);
        if (file.isPresent()) {
            SourceRange call = unit.sourceMap().expansion(unit.tokens(), node.first());
            check(what, "file", file.get(), call.source().path().toAbsolutePath().normalize());
            check(what, "line", die.number(DebugInfo.DECL_LINE).orElse(0L), call.start().line() + 1L);
        }
    }

    // types

    private void compare(String what, Optional<Die> gccs, Type ours) {
        facts++;
        String difference = difference(gccs, ours, Set.of(), 0);
        if (!difference.isEmpty()) {
            differences.add(what + ": type " + ours.text() + ": " + difference);
        }
    }

    private String difference(Optional<Die> gccs, Type ours, Set<Qualifier> outer, int depth) {
        return difference(gccs, ours, outer, depth, false);
    }

    /**
     * Empty if they are the same. Structs with a name are not looked into: those are compared once. gcc writes no qualifiers of
     * a variable of type void, and none of the elements where {@code const} stands before the typedef of an array.
     */
    private String difference(Optional<Die> gccs, Type ours, Set<Qualifier> outer, int depth, boolean elements) {
        Set<Qualifier> qualifiers = outer.isEmpty() ? EnumSet.noneOf(Qualifier.class) : EnumSet.copyOf(outer);
        Optional<Die> at = gccs;
        while (at.isPresent() && qualifier(at.get().tag()).isPresent()) {
            qualifiers.add(qualifier(at.get().tag()).get());
            at = info.type(at.get());
        }
        Type plain = ours;
        Set<Qualifier> own = EnumSet.noneOf(Qualifier.class);
        while (plain instanceof Type.Qualified(Type inner, Set<Qualifier> more)) {
            own.addAll(more);
            plain = inner;
        }
        own.removeAll(Set.of(Qualifier.SEG_GS, Qualifier.SEG_FS));
        if (!outer.isEmpty() && plain instanceof Type.Named) {
            own.addAll(plain.qualifiers()); // gcc writes those of an element's typedef at the array, maybe instead of its name
            plain = at.isPresent() && at.get().tag() != DebugInfo.TYPEDEF && !plain.qualifiers().isEmpty()
                    ? plain.stripped()
                    : plain;
        }
        boolean isLost = depth > 0 && elements && qualifiers.isEmpty() || depth == 0 && at.isEmpty();
        boolean array = at.isPresent() && at.get().tag() == DebugInfo.ARRAY && plain instanceof Type.Array;
        if (!array && !isLost && !qualifiers.equals(own)) {
            return "gcc has " + qualifiers + ", here " + own;
        }
        if (at.isEmpty()) {
            return plain instanceof Type.Void ? "" : "gcc has void";
        }
        return unqualified(at.get(), plain, array ? qualifiers : Set.of(), depth);
    }

    private static Optional<Qualifier> qualifier(int tag) {
        return switch (tag) {
            case DebugInfo.CONST -> Optional.of(Qualifier.CONST);
            case DebugInfo.VOLATILE -> Optional.of(Qualifier.VOLATILE);
            case DebugInfo.RESTRICT -> Optional.of(Qualifier.RESTRICT);
            case DebugInfo.ATOMIC -> Optional.of(Qualifier.ATOMIC);
            default -> Optional.empty();
        };
    }

    private String unqualified(Die gccs, Type ours, Set<Qualifier> ofElements, int depth) {
        String wrong = "gcc has tag " + Integer.toHexString(gccs.tag()) + " " + gccs.text(DebugInfo.NAME).orElse("");
        return switch (ours) {
            case Type.Named named -> named(gccs, named, depth, wrong);
            case Type.Int _,Type.Real _,Type.Complex _ -> base(gccs, ours) ? "" : wrong;
            case Type.Pointer(Type target) -> gccs.tag() != DebugInfo.POINTER
                    ? wrong
                    : difference(info.type(gccs), target, Set.of(), depth + 1);
            case Type.Struct(RecordTag tag) -> struct(gccs, tag, wrong);
            case Type.Enum(EnumTag tag) -> enumerated(gccs, tag, wrong);
            case Type.Array _ -> gccs.tag() == DebugInfo.ARRAY ? array(gccs, ours, ofElements, depth) : wrong;
            case Type.Vector(Type element, long _) -> gccs.tag() != DebugInfo.ARRAY || !gccs.has(DebugInfo.VECTOR)
                    ? wrong
                    : difference(info.type(gccs), element, Set.of(), depth + 1);
            case Type.Function function -> gccs.tag() == DebugInfo.SUBROUTINE ? function(gccs, function, depth) : wrong;
            default -> wrong;
        };
    }

    /** A function's type that an attribute changes (ms_abi) has no name for gcc any more. */
    private String named(Die gccs, Type.Named ours, int depth, String wrong) {
        Optional<Type.Function> function = ours.function();
        if (gccs.tag() == DebugInfo.SUBROUTINE && function.isPresent()) {
            return function(gccs, function.get(), depth);
        }
        boolean same = gccs.tag() == DebugInfo.TYPEDEF && ours.name().equals(gccs.text(DebugInfo.NAME).orElseThrow());
        return same ? "" : wrong;
    }

    private static boolean base(Die gccs, Type ours) {
        String name = switch (ours.text()) {
            case "long" -> "long int";
            case "unsigned long" -> "long unsigned int";
            case "short" -> "short int";
            case "unsigned short" -> "short unsigned int";
            case "long long" -> "long long int";
            case "unsigned long long" -> "long long unsigned int";
            case "unsigned __int128" -> "__int128 unsigned";
            default -> ours.text();
        };
        return gccs.tag() == DebugInfo.BASE && gccs.text(DebugInfo.NAME).orElse("").equals(name);
    }

    private String struct(Die gccs, RecordTag tag, String wrong) {
        int wanted = tag.kind() == TagKind.STRUCT ? DebugInfo.STRUCT : DebugInfo.UNION;
        if (gccs.tag() != wanted || !gccs.text(DebugInfo.NAME).equals(tag.name())) {
            return wrong;
        }
        if (tag.name().isEmpty()) {
            program.definition(tag).ifPresent(it -> record(gccs, it));
        }
        return "";
    }

    private String enumerated(Die gccs, EnumTag tag, String wrong) {
        if (gccs.tag() != DebugInfo.ENUMERATION || !gccs.text(DebugInfo.NAME).equals(tag.name())) {
            return wrong;
        }
        if (tag.name().isEmpty()) {
            program.definition(tag).ifPresent(it -> enumeration(gccs, it));
        }
        return "";
    }

    private String array(Die gccs, Type ours, Set<Qualifier> ofElements, int depth) {
        Type at = ours;
        for (Die range : gccs.children(DebugInfo.SUBRANGE)) {
            // gcc writes the dimensions of an array of a typedef's arrays one after another
            if (!(at.stripped() instanceof Type.Array(Type element, ArrayLength length))) {
                return "gcc has one more dimension";
            }
            Optional<Long> count = range.number(DebugInfo.COUNT)
                    .or(() -> range.number(DebugInfo.UPPER_BOUND).map(it -> it + 1));
            Optional<Long> here = length instanceof ArrayLength.Known(long known)
                    ? Optional.of(known)
                    : Optional.empty();
            if (!count.equals(here)) {
                return "gcc has " + count + " elements, here " + here;
            }
            at = element;
        }
        return difference(info.type(gccs), at, ofElements, depth + 1, depth > 0);
    }

    private String function(Die gccs, Type.Function ours, int depth) {
        List<Die> parameters = gccs.children(DebugInfo.PARAMETER);
        boolean variadic = !gccs.children(DebugInfo.UNSPECIFIED_PARAMETERS).isEmpty();
        if (parameters.size() != ours.parameters().size() || gccs.has(DebugInfo.PROTOTYPED) != ours.hasPrototype()
                && !ours.parameters().isEmpty() || variadic != ours.isVariadic() && ours.hasPrototype()) {
            return "gcc has " + parameters.size() + " parameters";
        }
        for (int i = 0; i < parameters.size(); i++) {
            String difference = difference(info.type(parameters.get(i)), ours.parameters().get(i), Set.of(), depth + 1);
            if (!difference.isEmpty()) {
                return "parameter " + i + ": " + difference;
            }
        }
        return difference(info.type(gccs), ours.result(), Set.of(), depth + 1);
    }
}
