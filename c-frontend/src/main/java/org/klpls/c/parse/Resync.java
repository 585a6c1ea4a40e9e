package org.klpls.c.parse;

import static org.klpls.c.parse.GnuCParserConstants.*;

/** Finds where to go on after something broken. Brackets are trusted first, indentation where they fail. */
final class Resync {
    private final GrammarSupport parser;
    private final TokenFeed feed;
    private final Layout layout;

    Resync(GrammarSupport parser) {
        this.parser = parser;
        this.feed = parser.feed;
        this.layout = parser.problems.layout();
    }

    /** Index after a broken declaration of the file level. Always past its first token. */
    int afterDeclaration(int first, int wrong) {
        boolean stray = layout.indentOf(first) > 0;
        int nesting = 0;
        for (int index = Math.max(wrong, first); !isEnd(index); index = feed.after(index)) {
            int kind = feed.kind(index);
            if (index > first && startsAtMargin(index)) {
                return index;
            }
            nesting += kind == LBRACE ? 1 : kind == RBRACE ? -1 : 0;
            boolean closes = kind == RBRACE && (layout.startsAtMargin(index) || nesting == 0 && !stray);
            if (closes || kind == SEMICOLON && nesting <= 0 && !stray) {
                return afterSemicolon(feed.after(index), kind);
            }
        }
        return end();
    }

    /** Index after a declaration of which only the brackets can be trusted, as it nests too deeply to be read. */
    int afterBrackets(int first) {
        int nesting = 0;
        for (int index = first; !isEnd(index); index = feed.after(index)) {
            int kind = feed.kind(index);
            if (index > first && startsAtMargin(index)) {
                return index;
            }
            nesting += opens(kind) ? 1 : closes(kind) ? -1 : 0;
            boolean closes = kind == RBRACE && nesting <= 0;
            boolean body = closes && feed.kind(feed.after(index)) != SEMICOLON;
            if (body || kind == SEMICOLON && nesting <= 0) {
                return feed.after(index);
            }
        }
        return end();
    }

    /** Index after a broken statement, declaration in a block, or member. */
    int afterBlockItem(int first, int wrong) {
        int indent = layout.indentOfLine(first);
        int nesting = 0;
        int index = Math.max(wrong, first);
        for (; !isEnd(index); index = feed.after(index)) {
            int kind = feed.kind(index);
            if (index > first && (startsAtMargin(index) || nesting <= 0 && startsItem(index, kind, indent))) {
                return index;
            }
            if (kind == RBRACE && nesting <= 0) {
                return index;
            }
            nesting += kind == LBRACE ? 1 : kind == RBRACE ? -1 : 0;
            boolean closes = kind == RBRACE && nesting == 0 && feed.kind(feed.after(index)) != ELSE;
            if (closes || kind == SEMICOLON && nesting <= 0) {
                return feed.after(index);
            }
        }
        return index;
    }

    private boolean startsItem(int index, int kind, int indent) {
        int own = layout.indentOf(index);
        boolean keyword = Kinds.isStatement(kind) || Kinds.isDeclaration(kind);
        return own >= 0 && (keyword || own <= indent && Kinds.isWord(kind) && kind != ELSE);
    }

    /** Goes to the next item of an initialiser whose brace is at open; false if there is none to be found. */
    boolean toNextInitializerItem(int first, int open) {
        int nesting = 0;
        int index = Math.max(parser.here(), first);
        boolean found = false;
        boolean more = false;
        while (!found && !isEnd(index)) {
            int kind = feed.kind(index);
            boolean outside = kind == SEMICOLON && nesting <= 0 || kind == RBRACE && nesting <= 0;
            boolean item = nesting <= 0 && index > first && startsInitializerItem(index, kind);
            if (outside || isAbandoned(index, open)) {
                found = true;
            } else if (kind == COMMA && nesting <= 0 || item) {
                index = kind == COMMA ? feed.after(index) : index;
                found = true;
                more = true;
            } else {
                nesting += opens(kind) ? 1 : closes(kind) ? -1 : 0;
                index = feed.after(index);
            }
        }
        parser.jumpTo(index);
        return more;
    }

    private boolean startsInitializerItem(int index, int kind) {
        return (kind == DOT || kind == LBRACE) && layout.startsLine(index);
    }

    /** Whether the pending token no longer belongs to the list that opened there. */
    boolean isAbandoned(int open) {
        return isAbandoned(parser.here(), open);
    }

    /** A token at the start of a line that is no deeper than the line of the list's brace is outside the list. */
    private boolean isAbandoned(int index, int open) {
        int indent = layout.indentOf(index);
        boolean closer = feed.kind(index) == RBRACE || feed.kind(index) == RPAREN;
        return !closer && indent >= 0 && (startsAtMargin(index) || indent <= layout.indentOfLine(open))
                && endsLine(open, index);
    }

    /** The list was begun on an earlier line. */
    private boolean endsLine(int open, int index) {
        return index > open && layout.startsLine(index) && feed.kind(index) != COMMA;
    }

    /** Whether a declaration of the file level may begin with this token: it stands at the margin. */
    boolean startsAtMargin(int index) {
        int kind = feed.kind(index);
        boolean name = (kind == IDENTIFIER || kind == TYPEDEF_NAME) && feed.kind(feed.after(index)) != COLON;
        return (name || Kinds.isDeclaration(kind) && kind != TYPEDEF_NAME || kind == ASM)
                && layout.startsAtMargin(index);
    }

    private int afterSemicolon(int index, int closed) {
        return closed == RBRACE && feed.kind(index) == SEMICOLON ? feed.after(index) : index;
    }

    private boolean isEnd(int index) {
        return feed.kind(index) == EOF;
    }

    private int end() {
        return parser.tokens.size() - 1;
    }

    private static boolean opens(int kind) {
        return kind == LBRACE || kind == LPAREN || kind == LBRACKET;
    }

    private static boolean closes(int kind) {
        return kind == RBRACE || kind == RPAREN || kind == RBRACKET;
    }
}
