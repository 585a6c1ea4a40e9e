package org.klpls.core.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.klpls.c.ast.Attribute;
import org.klpls.c.ast.Declaration;
import org.klpls.c.ast.Expression;
import org.klpls.c.ast.ExternalDeclaration;
import org.klpls.c.ast.HeaderDeclarations;
import org.klpls.c.ast.InitDeclarator;
import org.klpls.c.pp.TokenKind;
import org.klpls.c.types.StringValue;
import org.klpls.core.model.Modinfo;
import org.klpls.core.model.Place;

/**
 * Modinfo strings: arrays of char in section {@code .modinfo}, which is what every {@code MODULE_*} macro makes.
 * Source: include/linux/moduleparam.h __MODULE_INFO(), v6.1.
 */
final class ModinfoReader {
    private ModinfoReader() {}

    static Modinfo read(Tree tree) {
        List<Modinfo.Entry> entries = new ArrayList<>();
        // in headers too: only the author's own have any, and all of them go into the module
        HeaderDeclarations headers = tree.unit().headers();
        for (int index : headers.mentioning(List.of("section", "__section__"))) {
            if (hasValue(tree, headers.outline().first(index), headers.outline().end(index))) {
                add(headers.all().get(index), tree, entries);
            }
        }
        tree.unit().ownDeclarations().forEach(external -> add(external, tree, entries));
        return new Modinfo(entries);
    }

    private static boolean hasValue(Tree tree, int first, int end) {
        return IntStream.range(first, end).anyMatch(token -> tree.tokens().kind(token) == TokenKind.ASSIGN);
    }

    private static void add(ExternalDeclaration external, Tree tree, List<Modinfo.Entry> entries) {
        if (external instanceof Declaration declaration) {
            List<Attribute> before = declaration.specifiers().attributes();
            declaration.declarators().forEach(d -> entry(d, before, tree).ifPresent(entries::add));
        }
    }

    private static Optional<Modinfo.Entry> entry(InitDeclarator declarator, List<Attribute> before, Tree tree) {
        List<Attribute> attributes = new ArrayList<>(before);
        attributes.addAll(declarator.attributes());
        attributes.addAll(declarator.declarator().attributes());
        boolean isModinfo = attributes.stream().filter(a -> a.plainName().equals("section"))
                .anyMatch(a -> a.arguments().stream().anyMatch(ModinfoReader::namesSection));
        if (isModinfo && declarator.initializer().isPresent()
                && declarator.initializer().get() instanceof Expression.StringLiteral literal) {
            return Optional.of(entry(StringValue.of(literal.pieces()), place(literal, tree)));
        }
        return Optional.empty();
    }

    private static boolean namesSection(Expression argument) {
        return argument instanceof Expression.StringLiteral s && StringValue.of(s.pieces()).equals(".modinfo");
    }

    private static Modinfo.Entry entry(String text, Place place) {
        int equals = text.indexOf('=');
        return equals < 0
                ? new Modinfo.Entry(text, "", place)
                : new Modinfo.Entry(text.substring(0, equals), text.substring(equals + 1), place);
    }

    /** The value is the last literal: the author's own, where it is the macro's argument. */
    private static Place place(Expression.StringLiteral literal, Tree tree) {
        return new Place.InSource(tree.range(literal.end() - 1, literal.end()));
    }
}
