package org.klpls.core.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.klpls.c.ast.Outline;
import org.klpls.c.pp.TokenKind;
import org.klpls.core.model.KlpSymbolName;
import org.klpls.core.module.KlpNames;

/** Names of klp symbols in the strings of a source, as asm names give them: {@code .klp.sym.OBJECT.SYMBOL,SYMPOS}. */
final class SymbolWordReader {
    /** KSYM_NAME_LEN - 1 since v6.1. Source: include/linux/kallsyms.h. */
    private static final int LONGEST_SYMBOL = 511;

    /** What klp-convert reads has another form. */
    private static final String CONVERTED = ".klp.sym.rela.";

    private SymbolWordReader() {}

    static List<SourceWord> read(Tree tree) {
        List<SourceWord> words = new ArrayList<>();
        Outline headers = tree.unit().headers().outline();
        // a declaration may begin in the last header and end in the file
        int start = headers.size() == 0 ? 0 : headers.first(headers.size() - 1);
        for (int i = start; i < tree.tokens().size(); i++) {
            if (tree.tokens().kind(i) == TokenKind.STRING && tree.inMainFile(i)) {
                int token = i;
                symbol(tree.tokens().text(i))
                        .ifPresent(name -> words.add(new SourceWord.Symbol(tree.range(token, token + 1), name)));
            }
        }
        return words;
    }

    private static Optional<KlpSymbolName> symbol(String literal) {
        int start = literal.indexOf(KlpNames.SYMBOL_PREFIX);
        int end = literal.indexOf('"', Math.max(start, 0));
        return start < 0 || end < 0 || literal.startsWith(CONVERTED, start)
                ? Optional.empty()
                : KlpNames.scanSymbol(literal.substring(start, end), LONGEST_SYMBOL);
    }
}
