package org.klpls.core.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.klpls.c.ast.Attribute;
import org.klpls.c.ast.Declaration;
import org.klpls.c.ast.Expression;
import org.klpls.c.ast.ExternalDeclaration;
import org.klpls.c.ast.InitDeclarator;
import org.klpls.c.ast.Initializer;
import org.klpls.c.ast.Name;
import org.klpls.c.ast.Node;
import org.klpls.c.ast.Walker;
import org.klpls.c.types.StringValue;

/**
 * Finds marks by the sections that the macros put variables into, so that it does not matter which header has the macro.
 * Source: dynup/kpatch kmod/patch/kpatch-macros.h; include/linux/livepatch_helpers.h, v6.19.
 */
final class ToolMarkReader {
    private static final Map<String, ToolMark.Kind> KPATCH = Map.of(
            ".kpatch.callbacks.pre_patch", ToolMark.Kind.PRE_PATCH,
            ".kpatch.callbacks.post_patch", ToolMark.Kind.POST_PATCH,
            ".kpatch.callbacks.pre_unpatch", ToolMark.Kind.PRE_UNPATCH,
            ".kpatch.callbacks.post_unpatch", ToolMark.Kind.POST_UNPATCH,
            ".kpatch.hooks.load", ToolMark.Kind.LOAD,
            ".kpatch.hooks.unload", ToolMark.Kind.UNLOAD,
            ".kpatch.force", ToolMark.Kind.FORCE,
            ".kpatch.ignore.functions", ToolMark.Kind.IGNORE_FUNCTION,
            ".kpatch.ignore.sections", ToolMark.Kind.IGNORE_SECTION);
    private static final String KLP_BUILD = ".discard.klp_callback_ptrs";
    /** What klp-build's variables are called, before the name of the object that the file belongs to. */
    private static final Map<String, ToolMark.Kind> KLP_BUILD_NAMES = Map.of(
            "__klp_pre_patch_callback_", ToolMark.Kind.PRE_PATCH,
            "__klp_post_patch_callback_", ToolMark.Kind.POST_PATCH,
            "__klp_pre_unpatch_callback_", ToolMark.Kind.PRE_UNPATCH,
            "__klp_post_unpatch_callback_", ToolMark.Kind.POST_UNPATCH);

    private ToolMarkReader() {}

    static List<ToolMark> read(Tree tree) {
        List<ToolMark> marks = new ArrayList<>();
        for (ExternalDeclaration external : tree.authorsDeclarations()) {
            if (external instanceof Declaration declaration) {
                declaration.declarators().forEach(d -> kind(declaration, d)
                        .ifPresent(kind -> marks.add(mark(tree, kind, d))));
            }
        }
        return marks;
    }

    private static Optional<ToolMark.Kind> kind(Declaration declaration, InitDeclarator declarator) {
        return section(declaration, declarator).flatMap(section -> section.equals(KLP_BUILD)
                ? declarator.declarator().name().map(Name::text).flatMap(ToolMarkReader::ofKlpBuild)
                : Optional.ofNullable(KPATCH.get(section)));
    }

    private static Optional<ToolMark.Kind> ofKlpBuild(String name) {
        return KLP_BUILD_NAMES.entrySet().stream().filter(kind -> name.startsWith(kind.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static Optional<String> section(Declaration declaration, InitDeclarator declarator) {
        return Stream.of(declarator.attributes(), declarator.declarator().attributes(),
                declaration.specifiers().attributes())
                .flatMap(attributes -> Attribute.find("section", attributes).stream())
                .flatMap(attribute -> attribute.arguments().stream())
                .flatMap(argument -> argument instanceof Expression.StringLiteral literal
                        ? Stream.of(StringValue.of(literal.pieces()))
                        : Stream.empty())
                .findFirst();
    }

    private static ToolMark mark(Tree tree, ToolMark.Kind kind, InitDeclarator declarator) {
        Optional<Initializer> value = declarator.initializer();
        Optional<Expression.Identifier> function = value
                .flatMap(v -> Walker.all(Expression.Identifier.class, v).stream().findFirst());
        Optional<Expression.StringLiteral> section = value
                .flatMap(v -> Walker.all(Expression.StringLiteral.class, v).stream().findFirst());
        Optional<String> name = kind == ToolMark.Kind.IGNORE_SECTION
                ? section.map(literal -> StringValue.of(literal.pieces()))
                : function.map(Expression.Identifier::name);
        Optional<? extends Node> named = kind == ToolMark.Kind.IGNORE_SECTION ? section : function;
        return new ToolMark(kind, name, tree.range(named.isPresent() ? named.get() : declarator));
    }
}
