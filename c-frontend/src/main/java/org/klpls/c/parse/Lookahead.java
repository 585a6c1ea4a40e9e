package org.klpls.c.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.klpls.c.ast.Attribute;
import org.klpls.c.ast.Declarator;
import org.klpls.c.ast.Derivation;
import org.klpls.c.ast.Designator;
import org.klpls.c.ast.Specifiers;
import org.klpls.c.pp.TokenSequence;

import static org.klpls.c.parse.GnuCParserConstants.*;

/** What the grammar asks of the tokens ahead: what one token cannot tell. */
abstract class Lookahead {
    @SuppressWarnings("NullAway.Init") // by begin(), before anything is parsed
    TokenFeed feed;
    @SuppressWarnings("NullAway.Init")
    TokenSequence tokens;
    @SuppressWarnings("NullAway.Init")
    NameScopes names;
    @SuppressWarnings("NullAway.Init")
    ProblemLog problems;
    @SuppressWarnings("NullAway.Init")
    private BodyPolicy bodies;

    /** Everything but the position: the generated constructor takes that. */
    final void begin(TokenSequence sequence, TokenFeed source, NameScopes scopes, ProblemLog log, BodyPolicy policy) {
        tokens = sequence;
        feed = source;
        names = scopes;
        problems = log;
        bodies = policy;
    }

    abstract Token consumed();

    abstract Token pending();

    /** Whether a function's body is being read. */
    abstract boolean inFunction();

    /** Replaces the pending token. */
    abstract void pending(Token token);

    /** Makes a token pending that the author did not write, before the one that is. */
    abstract void insert(int kind);

    /** Goes on at this token. */
    abstract void jumpTo(int index);

    final int here() {
        return pending().index;
    }

    /** Index after the token consumed last. */
    final int end() {
        return consumed().index + 1;
    }

    final boolean at(int kind) {
        return pending().kind == kind;
    }

    /** Kind of the n-th token after the pending one. */
    final int peek(int n) {
        int index = here();
        for (int i = 0; i < n; i++) {
            index = feed.after(index);
        }
        return n == 0 ? pending().kind : feed.kind(index);
    }

    final String text(Token token) {
        return tokens.text(token.index);
    }

    final boolean atName() {
        return at(IDENTIFIER) || at(TYPEDEF_NAME);
    }

    final boolean atWord() {
        return Kinds.isWord(pending().kind);
    }

    final boolean atQualifier() {
        return Kinds.isQualifier(pending().kind) && !(at(ATOMIC) && peek(1) == LPAREN);
    }

    final boolean atSuffix() {
        return switch (pending().kind) {
            case LBRACKET -> !atStandardAttribute();
            case DOT -> !atForgottenComma();
            case LPAREN, ARROW, INC, DEC -> true;
            default -> false;
        };
    }

    /**
     * Whether a dot begins the next item of an initialiser rather than selects a member: nothing is a member of a literal, and
     * no constant is an assignment.
     */
    private boolean atForgottenComma() {
        int before = consumed().kind;
        boolean literal = before == STRING || before == NUMBER || before == CHARACTER;
        return literal || !inFunction() && peek(2) == ASSIGN && problems.layout().startsLine(here());
    }

    /** GNU's old {@code [1] 2} needs none; {@code .a 2} never was C. */
    final boolean needsAssign(List<Designator> designators) {
        return at(ASSIGN) || designators.stream().anyMatch(Designator.Member.class::isInstance);
    }

    final boolean atPointerWord() {
        return Kinds.isQualifier(pending().kind) || at(ATTRIBUTE) || atStandardAttribute();
    }

    final boolean atStandardAttribute() {
        return at(LBRACKET) && peek(1) == LBRACKET;
    }

    final boolean isGnuAttribute(int index) {
        return feed.kind(index) == ATTRIBUTE;
    }

    final boolean atFileAsm() {
        return afterExtensions() == ASM;
    }

    final boolean atStaticAssert() {
        return afterExtensions() == STATIC_ASSERT;
    }

    /** Kind of the first token that is no {@code __extension__}. */
    private int afterExtensions() {
        int index = here();
        while (feed.kind(index) == EXTENSION) {
            index = feed.after(index);
        }
        return feed.kind(index);
    }

    /** Whether a member declares nothing, as gcc allows at the end: {@code struct s { int a; int }}. */
    final boolean endsMembers(Specifiers specifiers) {
        return at(RBRACE) && specifiers.first() < specifiers.end();
    }

    /** Whether a word may be an attribute's name. gcc 12 c/c-parser.cc c_parser_gnu_attribute_any_word() */
    final boolean atAttribute(boolean standard) {
        return atName() || (standard ? atWord() : Kinds.isAttributeWord(pending().kind));
    }

    /** Whether this gcc does not know an attribute with brackets, so that anything may stand in its parentheses. */
    final boolean isForeignAttribute(Token space, Token name) {
        String standard = text(name);
        return space != name
                ? !text(space).equals("gnu") && !text(space).equals("__gnu__")
                        || !tokens.dialect().hasGnuAttribute(standard)
                : !standard.contains("deprecated") && !standard.contains("nodiscard");
    }

    /** Goes on at the parenthesis that closes this one, if all brackets between match. */
    final void passArguments() {
        List<Integer> open = new ArrayList<>();
        int index = here();
        while (feed.kind(index) != EOF && !(feed.kind(index) == RPAREN && open.isEmpty())) {
            switch (feed.kind(index)) {
                case LPAREN -> open.add(RPAREN);
                case LBRACKET -> open.add(RBRACKET);
                case LBRACE -> open.add(RBRACE);
                case RPAREN, RBRACKET, RBRACE -> {
                    if (open.isEmpty() || open.removeLast() != feed.kind(index)) {
                        return;
                    }
                }
                default -> {
                }
            }
            index = feed.after(index);
        }
        if (feed.kind(index) == RPAREN) {
            jumpTo(index);
        }
    }

    /** {@code __attribute__((fallthrough));}, whose semicolon is its own wherever it stands. */
    final boolean atFallthroughEnd(List<Attribute> attributes) {
        return at(SEMICOLON) && Attribute.find("fallthrough", attributes).isPresent();
    }

    final boolean startsTypeName(int n) {
        return Kinds.isTypeName(peek(n));
    }

    final boolean atLabel() {
        return at(CASE) || at(DEFAULT_) || atName() && peek(1) == COLON;
    }

    final boolean atLabelAttribute() {
        return at(ATTRIBUTE);
    }

    /** GNU's old {@code field: value}. */
    final boolean atOldDesignator() {
        return atName() && peek(1) == COLON;
    }

    /** Whether the next token is the name of the typedef whose attributes are being read. */
    abstract boolean isBeingDeclared();

    /** A word as the first argument of an attribute is no expression: {@code format(printf, 1, 2)}. */
    final boolean atWordArgument() {
        return (at(IDENTIFIER) || isBeingDeclared()) && (peek(1) == COMMA || peek(1) == RPAREN);
    }

    final boolean startsDeclaration() {
        int index = here();
        while (feed.kind(index) == EXTENSION) {
            index = feed.after(index);
        }
        int start = index;
        while (feed.kind(index) == ATTRIBUTE || startsStandardAttribute(index)) {
            index = afterBrackets(feed.kind(index) == ATTRIBUTE ? feed.after(index) : index);
        }
        int kind = feed.kind(index);
        if (index != start && feed.kind(start) == ATTRIBUTE) {
            return kind != SEMICOLON && !(kind == RETURN && isMustTail(start, index));
        }
        return Kinds.isDeclaration(kind) || isUnknownTypeName(index);
    }

    /** gcc 15: {@code __attribute__((musttail)) return f(x);} */
    final boolean atMustTail(int first) {
        return at(RETURN) && isMustTail(first, here());
    }

    private boolean isMustTail(int start, int end) {
        boolean named = false;
        for (int index = start; index < end && tokens.dialect().hasAfterC23(); index++) {
            named |= tokens.text(index).equals("musttail") || tokens.text(index).equals("__musttail__");
        }
        return named;
    }

    private boolean startsStandardAttribute(int index) {
        return feed.kind(index) == LBRACKET && feed.kind(feed.after(index)) == LBRACKET;
    }

    /** Index after the bracket that closes the one here. */
    private int afterBrackets(int open) {
        int nesting = 0;
        int index = open;
        while (feed.kind(index) != EOF) {
            int kind = feed.kind(index);
            nesting += kind == LPAREN || kind == LBRACKET ? 1 : kind == RPAREN || kind == RBRACKET ? -1 : 0;
            index = feed.after(index);
            if (nesting <= 0) {
                return index;
            }
        }
        return index;
    }

    /**
     * As gcc guesses: a name nothing is known of, before another name or a star, was meant as a type. Source: gcc c/c-parser.cc
     * c_parser_next_tokens_start_typename().
     */
    final boolean isUnknownTypeName(int index) {
        if (feed.kind(index) != IDENTIFIER) {
            return false;
        }
        int kind = feed.kind(feed.after(index));
        if (kind == STAR) {
            return !names.isDeclared(tokens.symbol(index)) && !tokens.text(index).startsWith("__");
        }
        return (kind == IDENTIFIER || kind == TYPEDEF_NAME) && !names.isDeclared(tokens.symbol(index));
    }

    final boolean continuesSpecifiers(SpecifiersBuilder into) {
        int kind = pending().kind;
        return switch (kind) {
            case TYPEDEF_NAME -> !into.hasType() && !into.isClosed();
            case IDENTIFIER -> !into.hasType() && !into.isClosed() && isUnknownTypeName(here());
            case LBRACKET -> atStandardAttribute();
            case EXTENSION -> into.isEmpty();
            default -> Kinds.isSpecifier(kind) && !into.isClosed()
                    && !(into.hasTagBody() && beginsAnother(kind) && problems.layout().startsLine(here()));
        };
    }

    /** After the braces of a struct: whether another declaration begins, so that the semicolon is missing. */
    private boolean beginsAnother(int kind) {
        boolean typed = Kinds.isType(peek(1)) || peek(1) == TYPEDEF_NAME;
        return Kinds.isType(kind) || (kind == STATIC || kind == EXTERN || kind == TYPEDEF) && typed;
    }

    /** Whether {@code struct s { ... }} ends here, be it that its semicolon is missing. */
    final boolean endsAfterTag(Specifiers specifiers) {
        if (at(SEMICOLON)) {
            return true;
        }
        boolean declares = SpecifiersBuilder.definesTag(specifiers.type());
        boolean nothingFollows = !atName() && !at(STAR) && !at(LPAREN) && !at(COLON);
        return declares && nothingFollows && (at(EOF) || problems.layout().startsLine(here()));
    }

    /** Whether a parenthesis encloses a declarator, and not the parameters of a function without a name. */
    final boolean atNestedDeclarator() {
        if (!at(LPAREN)) {
            return false;
        }
        int index = feed.after(here());
        while (feed.kind(index) == ATTRIBUTE) {
            index = afterBrackets(feed.after(index));
        }
        int kind = feed.kind(index);
        return kind != RPAREN && kind != ELLIPSIS && kind != TYPEDEF_NAME && !Kinds.isSpecifier(kind)
                && !isUnknownTypeName(index);
    }

    final boolean atOldStyleNames() {
        return at(IDENTIFIER) && (peek(1) == COMMA || peek(1) == RPAREN);
    }

    /** Whether what was declared is a function whose body, or K&amp;R's parameter declarations, come now. */
    final boolean atFunctionBody(Declarator declarator) {
        Optional<Derivation.Function> function = declarator.function();
        boolean oldStyle = function.isPresent() && !function.get().oldStyleNames().isEmpty();
        return function.isPresent() && (at(LBRACE) || oldStyle && !at(ATTRIBUTE) && startsDeclaration());
    }

    final boolean skipsBody(boolean file) {
        return file && at(LBRACE) && bodies.skips(here()) && bodyEnd(here()) >= 0;
    }

    /** Whether bodies of the file that a token is of wait until they are asked for. */
    final boolean skipsBodies(int index) {
        return bodies.skips(index);
    }

    /** Index after the brace that closes the body; -1 if there is none. */
    final int bodyEnd(int open) {
        int nesting = 0;
        for (int index = open; index < tokens.size(); index++) {
            int kind = tokens.kindOrdinal(index);
            nesting += kind == LBRACE ? 1 : kind == RBRACE ? -1 : 0;
            if (nesting == 0) {
                feed.lookedAt(index);
                return index + 1;
            }
        }
        feed.lookedAt(tokens.size() - 1);
        return -1;
    }
}
