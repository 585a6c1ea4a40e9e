package org.klpls.c.types;

import java.util.List;
import java.util.Optional;
import org.klpls.c.ast.TranslationUnit;
import org.klpls.c.pp.Dialect;

/** Makes the scopes of a unit: that of its headers only if no earlier unit with the same headers has made it. */
final class FileScopes {
    private FileScopes() {}

    private record OfHeaders(FileScope scope) {}

    static FileScope of(TranslationUnit unit) {
        Target target = target(unit.compilerArguments(), unit.tokens().dialect());
        int endOfHeaders = unit.headers().outline().end();
        FileScope headers = unit.headers().derived().get(OfHeaders.class, () -> new OfHeaders(FileScope.ofHeaders(
                unit.headers(), unit.tokens(), new PackPragmas(unit.tokens(), 0, endOfHeaders, Optional.empty()),
                target)))
                .scope();
        PackPragmas packs = new PackPragmas(unit.tokens(), endOfHeaders, unit.tokens().size(),
                Optional.of(headers.packs()));
        return FileScope.ofRest(headers, unit, packs, target);
    }

    private static Target target(List<String> arguments, Dialect dialect) {
        boolean charIsSigned = true;
        boolean shortWide = false;
        boolean ms = false;
        boolean plan9 = false;
        boolean optimizes = false;
        for (String argument : arguments) {
            switch (argument) {
                case "-funsigned-char", "-fno-signed-char" -> charIsSigned = false;
                case "-fsigned-char", "-fno-unsigned-char" -> charIsSigned = true;
                case "-fshort-wchar" -> shortWide = true;
                case "-fno-short-wchar" -> shortWide = false;
                case "-fms-extensions" -> ms = true;
                case "-fno-ms-extensions" -> ms = false;
                case "-fplan9-extensions" -> plan9 = true;
                case "-fno-plan9-extensions" -> plan9 = false;
                default -> optimizes = argument.startsWith("-O") ? !argument.equals("-O0") : optimizes;
            }
        }
        return new Target(charIsSigned, dialect, ms || plan9, optimizes,
                shortWide ? IntKind.UNSIGNED_SHORT : IntKind.INT);
    }
}
