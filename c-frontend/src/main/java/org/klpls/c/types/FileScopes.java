package org.klpls.c.types;

import java.util.List;
import java.util.Optional;
import org.klpls.c.ast.ExternalDeclaration;
import org.klpls.c.ast.TranslationUnit;
import org.klpls.c.pp.Dialect;

/** Makes the scopes of a unit: that of its headers only if no earlier unit with the same headers has made it. */
final class FileScopes {
    private FileScopes() {}

    private record OfHeaders(FileScope scope) {}

    static FileScope of(TranslationUnit unit) {
        Target target = target(unit.compilerArguments(), unit.tokens().dialect());
        FileScope headers = unit.derivedOfHeaders().get(OfHeaders.class, () -> new OfHeaders(ofHeaders(unit, target)))
                .scope();
        PackPragmas packs = new PackPragmas(unit.tokens(), endOfHeaders(unit), unit.tokens().size(),
                Optional.of(headers.packs()));
        return new FileScope(Optional.of(headers), unit.ownDeclarations(), unit::body, packs, target);
    }

    private static FileScope ofHeaders(TranslationUnit unit, Target target) {
        PackPragmas packs = new PackPragmas(unit.tokens(), 0, endOfHeaders(unit), Optional.empty());
        return new FileScope(Optional.empty(), unit.headerDeclarations(), unit::body, packs, target);
    }

    private static int endOfHeaders(TranslationUnit unit) {
        List<ExternalDeclaration> headers = unit.headerDeclarations();
        return headers.isEmpty() ? 0 : headers.getLast().end();
    }

    private static Target target(List<String> arguments, Dialect dialect) {
        boolean charIsSigned = true;
        boolean shortWide = false;
        for (String argument : arguments) {
            switch (argument) {
                case "-funsigned-char", "-fno-signed-char" -> charIsSigned = false;
                case "-fsigned-char", "-fno-unsigned-char" -> charIsSigned = true;
                case "-fshort-wchar" -> shortWide = true;
                case "-fno-short-wchar" -> shortWide = false;
                default -> {
                }
            }
        }
        return new Target(charIsSigned, dialect, shortWide ? IntKind.UNSIGNED_SHORT : IntKind.INT);
    }
}
