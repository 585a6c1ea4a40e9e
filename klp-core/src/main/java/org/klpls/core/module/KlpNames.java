package org.klpls.core.module;

import java.util.Optional;
import org.klpls.core.model.KlpSymbolName;
import org.klpls.core.model.ObjectName;

/**
 * The names of klp symbols and klp relocation sections, read as the kernel's sscanf() reads them, which is not how one
 * would read them at a glance: white space may stand before the number, anything may follow it, and it wraps at 2^64.
 * Source: kernel/livepatch/core.c klp_resolve_symbols() and klp_apply_section_relocs(), lib/vsprintf.c vsscanf(), v6.1.
 */
public final class KlpNames {
    public static final String SYMBOL_PREFIX = ".klp.sym.";
    public static final String SECTION_PREFIX = ".klp.rela.";
    /** MODULE_NAME_LEN - 1 on 64-bit kernels. Source: include/linux/moduleparam.h, v6.1. */
    public static final int LONGEST_OBJECT_NAME = 55;

    private KlpNames() {}

    /**
     * {@code .klp.sym.%55[^.].%511[^,],%lu}; empty unless all three are read.
     *
     * @param longestSymbol the second width: KSYM_NAME_LEN - 1 of the kernel in question
     */
    public static Optional<KlpSymbolName> scanSymbol(String name, int longestSymbol) {
        if (!name.startsWith(SYMBOL_PREFIX)) {
            return Optional.empty();
        }
        int objectStart = SYMBOL_PREFIX.length();
        int objectEnd = scanUntil(name, objectStart, '.', LONGEST_OBJECT_NAME);
        if (objectEnd == objectStart || !hasAt(name, objectEnd, '.')) {
            return Optional.empty();
        }
        int symbolStart = objectEnd + 1;
        int symbolEnd = scanUntil(name, symbolStart, ',', longestSymbol);
        if (symbolEnd == symbolStart || !hasAt(name, symbolEnd, ',')) {
            return Optional.empty();
        }
        int numberStart = skipSpaces(name, symbolEnd + 1);
        int numberEnd = numberStart;
        long sympos = 0;
        while (numberEnd < name.length() && isDigit(name.charAt(numberEnd))) {
            sympos = sympos * 10 + (name.charAt(numberEnd) - '0');
            numberEnd++;
        }
        return numberEnd == numberStart
                ? Optional.empty()
                : Optional.of(new KlpSymbolName(ObjectName.ofElfName(name.substring(objectStart, objectEnd)),
                        name.substring(symbolStart, symbolEnd), sympos, name.substring(numberEnd)));
    }

    /** {@code .klp.rela.%55[^.]}: what is read as the object's name, cut at 55 bytes; empty if nothing is read. */
    public static Optional<String> scanSection(String name) {
        if (!name.startsWith(SECTION_PREFIX)) {
            return Optional.empty();
        }
        int start = SECTION_PREFIX.length();
        int end = scanUntil(name, start, '.', LONGEST_OBJECT_NAME);
        return end == start ? Optional.empty() : Optional.of(name.substring(start, end));
    }

    private static int scanUntil(String text, int start, char stop, int longest) {
        int end = start;
        while (end < text.length() && end - start < longest && text.charAt(end) != stop) {
            end++;
        }
        return end;
    }

    private static boolean hasAt(String text, int at, char wanted) {
        return at < text.length() && text.charAt(at) == wanted;
    }

    /** The kernel's isspace() over ISO 8859-1. Source: lib/ctype.c, v6.1. */
    private static int skipSpaces(String text, int start) {
        int at = start;
        while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) >= '\t' && text.charAt(at) <= '\r'
                || text.charAt(at) == '\u00a0')) {
            at++;
        }
        return at;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
