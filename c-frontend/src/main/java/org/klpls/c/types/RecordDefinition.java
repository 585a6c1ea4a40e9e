package org.klpls.c.types;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.klpls.c.ast.Attribute;
import org.klpls.c.ast.MemberDeclaration;
import org.klpls.c.ast.MemberDeclarator;
import org.klpls.c.ast.Name;
import org.klpls.c.ast.Specifiers;
import org.klpls.c.ast.StructItem;
import org.klpls.c.ast.TypeSpecifier;

/** {@code struct s { int a; }}: members and layout, worked out when first asked for. */
public final class RecordDefinition {
    private final RecordTag tag;
    private final TypeSpecifier.Struct node;
    private final Scope scope;
    private @Nullable List<Member> members;
    private @Nullable RecordLayout layout;

    RecordDefinition(RecordTag tag, TypeSpecifier.Struct node, Scope scope) {
        this.tag = tag;
        this.node = node;
        this.scope = scope;
    }

    public RecordTag tag() {
        return tag;
    }

    public TypeSpecifier.Struct node() {
        return node;
    }

    Scope scope() {
        return scope;
    }

    /** Attributes of the struct itself: {@code packed}, {@code aligned}, {@code randomize_layout}. */
    public boolean hasAttribute(String attribute) {
        return Attribute.find(attribute, node.attributes()).isPresent();
    }

    /**
     * Whether gcc's randstruct plugin, where the kernel is built with it, may give the members another order. Source:
     * scripts/gcc-plugins/randomize_layout_plugin.c, v6.1; structs of function pointers alone it takes without being told.
     */
    public boolean isRandomized() {
        return hasAttribute("randomize_layout");
    }

    /** In their order; bit-fields without a name too. */
    public List<Member> members() {
        List<Member> known = members;
        if (known == null) {
            known = List.copyOf(read());
            members = known;
        }
        return known;
    }

    /** Sizes and places. Empty while the struct is being laid out: it cannot hold itself. */
    public Optional<RecordLayout> layout() {
        RecordLayout known = layout;
        if (known == null) {
            Optional<RecordLayout> made = Nesting.guarded(this, () -> Optional.of(new RecordLayouter(this).layout()),
                    Optional.empty());
            known = made.orElse(null);
            layout = known;
        }
        return Optional.ofNullable(known);
    }

    /** A member by its name, be it in an anonymous member, with the place in the whole. */
    public Optional<PlacedMember> member(String name) {
        return layout().flatMap(it -> it.member(name, scope.file()));
    }

    private List<Member> read() {
        List<Member> read = new ArrayList<>();
        TypeReader reader = new TypeReader(scope);
        for (StructItem item : node.items().orElse(List.of())) {
            if (item instanceof MemberDeclaration declaration) {
                if (declaration.declarators().isEmpty()) {
                    anonymous(declaration, reader).ifPresent(read::add);
                }
                for (MemberDeclarator declarator : declaration.declarators()) {
                    read.add(member(declaration.specifiers(), declarator, reader));
                }
            }
        }
        return read;
    }

    /**
     * {@code struct t { int a; };}, {@code struct t;} and {@code t;} declare no member, but with -fms-extensions an anonymous one.
     * gcc ignores attributes before the member, but not _Alignas. Source: gcc c/c-parser.cc c_parser_struct_declaration(), c/c-decl.cc
     * grokfield().
     */
    private Optional<Member> anonymous(MemberDeclaration declaration, TypeReader reader) {
        Specifiers specifiers = declaration.specifiers();
        boolean untagged = specifiers.type() instanceof TypeSpecifier.Struct struct && struct.tag().isEmpty();
        if (!untagged && !scope.file().target().hasMsExtensions()) {
            return Optional.empty();
        }
        Type type = reader.base(specifiers);
        if (!(type.stripped() instanceof Type.Struct)) {
            return Optional.empty();
        }
        return Optional.of(new Member(Optional.empty(), type, Optional.empty(), declaration,
                reader.alignas(specifiers.attributes()), false));
    }

    private Member member(Specifiers specifiers, MemberDeclarator member, TypeReader reader) {
        List<Attribute> attributes = new ArrayList<>(specifiers.attributes());
        attributes.addAll(member.declarator().attributes());
        attributes.addAll(member.attributes());
        Type type = reader.type(specifiers, member.declarator(), attributes);
        Optional<Integer> bits = member.bits().map(width -> new Evaluator(scope).integer(width)
                .filter(it -> it.signum() >= 0 && it.bitLength() < 16).map(it -> it.intValue()).orElse(0));
        return new Member(member.declarator().name().map(Name::text), type, bits, member, reader.aligned(attributes),
                Attribute.find("packed", attributes).isPresent());
    }
}
