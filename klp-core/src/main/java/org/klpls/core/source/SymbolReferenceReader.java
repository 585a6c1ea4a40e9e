package org.klpls.core.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.klpls.c.ast.Declaration;
import org.klpls.c.ast.Expression;
import org.klpls.c.ast.ExternalDeclaration;
import org.klpls.c.ast.InitDeclarator;
import org.klpls.c.ast.Initializer;
import org.klpls.c.ast.InitializerList;
import org.klpls.c.ast.Name;
import org.klpls.c.ast.UnaryOperator;
import org.klpls.c.text.SourceRange;
import org.klpls.c.types.Constants;
import org.klpls.c.types.StringValue;
import org.klpls.core.model.Located;
import org.klpls.core.model.ObjectName;
import org.klpls.core.model.Place;
import org.klpls.core.source.ConstantText.Value;
import org.klpls.core.source.TableItems.Field;

/**
 * Symbols that a SUSE livepatch names in strings: asm names as KLP_RELOC_SYMBOL() makes them, and the entries of
 * {@code struct klp_kallsyms_reloc}. Source: SUSE kernel-livepatch kallsyms_relocs.h; klp-convert.
 */
final class SymbolReferenceReader {
    private static final Pattern ASM = Pattern.compile(
            "\"?\\.klp\\.sym\\.rela\\.(?<livepatched>[^.]+)\\.(?<object>[^.]+)\\.(?<symbol>[^,]+),(?<sympos>\\d{1,9})\"?");
    private static final String TABLE = "klp_kallsyms_reloc";

    private final Tree tree;
    private final TableReader tables;
    private final Constants constants;

    private SymbolReferenceReader(Tree tree, TableReader tables) {
        this.tree = tree;
        this.tables = tables;
        this.constants = new Constants(tree.unit());
    }

    static List<SymbolReference> read(Tree tree, TableReader tables) {
        SymbolReferenceReader reader = new SymbolReferenceReader(tree, tables);
        List<SymbolReference> found = new ArrayList<>();
        for (ExternalDeclaration external : tree.authorsDeclarations()) {
            if (external instanceof Declaration declaration) {
                declaration.declarators().forEach(d -> reader.asmName(d).ifPresent(found::add));
            }
        }
        tables.objects().ofStruct(TABLE).forEach(entry -> reader.entry(entry).ifPresent(found::add));
        return found;
    }

    private Optional<SymbolReference> asmName(InitDeclarator declarator) {
        return declarator.asmName().flatMap(literal -> {
            Matcher name = ASM.matcher(StringValue.of(literal.pieces()));
            return name.matches()
                    ? Optional.of(new SymbolReference(Optional.of(ObjectName.ofElfName(name.group("livepatched"))),
                            ObjectName.ofElfName(name.group("object")), name.group("symbol"),
                            Long.parseLong(name.group("sympos")), place(literal, name.group("symbol")),
                            declarator.declarator().name().map(Name::text)))
                    : Optional.empty();
        });
    }

    /** The macro's argument that gave the symbol, where one did; else all of the name. */
    private SourceRange place(Expression.StringLiteral literal, String symbol) {
        for (int i = literal.end() - 1; i >= literal.first(); i--) {
            if (tree.tokens().text(i).equals('"' + symbol + '"')) {
                return tree.range(i, i + 1);
            }
        }
        return tree.range(literal);
    }

    private Optional<SymbolReference> entry(StaticPart entry) {
        if (entry.list().isEmpty() || !tables.variables().assignedTo(entry.variable().name(), index(entry)).isEmpty()) {
            return Optional.empty();
        }
        Map<String, Field> fields = fields(entry.list().get(), entry);
        if (!(string(fields, "symname") instanceof Value.Text(Located<String>(String symbol, Place place)))
                || !(place instanceof Place.InSource(SourceRange range))) {
            return Optional.empty();
        }
        Value object = string(fields, "objname");
        OptionalLong sympos = Optional.ofNullable(fields.get("sympos"))
                .map(f -> f.value() instanceof Expression e ? constants.value(e) : OptionalLong.empty())
                .orElse(OptionalLong.of(0));
        return object instanceof Value.Unknown || sympos.isEmpty()
                ? Optional.empty()
                : Optional.of(new SymbolReference(Optional.empty(),
                        object instanceof Value.Text(Located<String> name)
                                ? ObjectName.ofElfName(name.value())
                                : ObjectName.VMLINUX,
                        symbol, sympos.getAsLong(), range,
                        Optional.ofNullable(fields.get("addr")).flatMap(f -> addressOf(f.value()))));
    }

    private static long index(StaticPart entry) {
        Matcher index = Pattern.compile(".*\\[(\\d{1,9})\\]").matcher(entry.name());
        return index.matches() ? Long.parseLong(index.group(1)) : 0;
    }

    private Map<String, Field> fields(InitializerList list, StaticPart entry) {
        List<String> order = entry.type().members(tables.variables().definitions()).stream()
                .map(StaticType.Member::name).toList();
        return TableItems.ofStruct(list.items(), order.isEmpty()
                ? List.of("symname", "addr", "objname", "sympos")
                : order);
    }

    private Value string(Map<String, Field> fields, String member) {
        return Optional.ofNullable(fields.get(member)).map(f -> tables.texts().string(f.value()))
                .orElseGet(Value.Null::new);
    }

    /** {@code (void *)&klpe_f} */
    private static Optional<String> addressOf(Initializer value) {
        return switch (value) {
            case Expression.Parenthesized p -> addressOf(p.inner());
            case Expression.Cast cast -> addressOf(cast.operand());
            case Expression.Unary unary when unary.operator() == UnaryOperator.ADDRESS
                    && unary.operand() instanceof Expression.Identifier name ->
                Optional.of(name.name());
            default -> Optional.empty();
        };
    }
}
