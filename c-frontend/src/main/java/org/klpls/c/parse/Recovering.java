package org.klpls.c.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.klpls.c.ast.BlockItem;
import org.klpls.c.ast.Broken;
import org.klpls.c.ast.Declarator;
import org.klpls.c.ast.ExternalDeclaration;
import org.klpls.c.ast.FunctionDefinition;
import org.klpls.c.ast.InitializerItem;
import org.klpls.c.ast.Outline;
import org.klpls.c.ast.Statement;
import org.klpls.c.ast.StructItem;

import static org.klpls.c.parse.GnuCParserConstants.*;

/** The lists that outlive a broken entry. An entry that fails is reported once; the list goes on where the next may begin. */
abstract class Recovering extends GrammarSupport {
    /** The braces of this function do not match: declarations at the margin end it. */
    private boolean unbalanced;
    private boolean inFunction;
    /** First token of the entry that was begun last. */
    private int entry;

    @Override
    final boolean inFunction() {
        return inFunction;
    }

    abstract ExternalDeclaration externalDeclaration() throws ParseException;

    abstract StructItem structItem() throws ParseException;

    abstract InitializerItem initializerItem() throws ParseException;

    abstract BlockItem blockItem() throws ParseException;

    /** The declarations that begin before this token, and after those read already; tells where they stand and what they declare. */
    final List<ExternalDeclaration> upTo(int limit, Outline.Builder outline) {
        List<ExternalDeclaration> declarations = new ArrayList<>();
        names.takeTags();
        while (isBefore(limit)) {
            int before = names.changeCount();
            ExternalDeclaration read = declaration();
            declarations.add(read);
            outline.declaration(read.first(), read.end());
            for (int change : names.changesFrom(before)) {
                outline.name(NameScopes.Change.symbol(change), NameScopes.Change.meaning(change));
            }
            for (int tag : names.takeTags()) {
                outline.name(tag, Outline.TAG);
            }
        }
        return declarations;
    }

    /** The declaration that begins with this token. */
    final ExternalDeclaration declarationAt(int token) {
        jumpTo(token);
        return declaration();
    }

    /** Whether there is a token before this one that was not read. */
    final boolean isBefore(int limit) {
        return !at(EOF) && here() < limit;
    }

    /** The next declaration, with what its reading rests on. */
    final ReadDeclaration next() {
        feed.beginAt(here());
        problems.begin();
        int before = names.changeCount();
        ExternalDeclaration node = declaration();
        return new ReadDeclaration(node, feed.furthest(), problems.wereNone(), names.changesFrom(before));
    }

    private ExternalDeclaration declaration() {
        int first = here();
        entry = first;
        try {
            return read(first, this::externalDeclaration);
        } catch (ParseException wrong) {
            report(wrong);
            forgetScopes(0, 0);
            Resync resync = new Resync(this);
            jumpTo(wrong.isTooDeep() ? resync.afterBrackets(first) : resync.afterDeclaration(first, here()));
            return new Broken(first, here());
        }
    }

    private interface Reading<T> {
        T read() throws ParseException;
    }

    /** Reads what begins here, on a larger stack if it nests deeply. */
    private <T> T read(int first, Reading<T> reading) throws ParseException {
        inFunction = false;
        unbalanced = false;
        int before = problems.count();
        try {
            return reading.read();
        } catch (ParseException wrong) {
            if (!wrong.isTooDeep()) {
                throw wrong;
            }
        }
        problems.forgetAfter(before);
        forgetScopes(0, 0);
        jumpTo(first);
        inFunction = false;
        unbalanced = false;
        allowDeeper(true);
        try {
            return LargeStack.call(reading::read);
        } finally {
            allowDeeper(false);
        }
    }

    abstract Statement.Block block() throws ParseException;

    /** The body of a function that was passed over; this parser begins at its brace. */
    final Statement.Block bodyOf(FunctionDefinition function) {
        try {
            return read(function.bodyFirst(), () -> {
                enterFunction(function.declarator());
                return block();
            });
        } catch (ParseException wrong) {
            return new Statement.Block(function.bodyFirst(), function.end(), List.of());
        }
    }

    final List<BlockItem> blockItems(int open) throws ParseException {
        boolean outermost = !inFunction;
        if (outermost) {
            inFunction = true;
            unbalanced = bodyEnd(open) < 0;
        }
        List<BlockItem> items = new ArrayList<>();
        int depth = depth();
        int scope = names.depth();
        while (!at(RBRACE) && !at(EOF) && !isLeft()) {
            int first = here();
            entry = first;
            if (at(LABEL) && !items.isEmpty() && !(items.getLast() instanceof Statement.LocalLabels)) {
                problems.at(first, "'__label__' stands only at the beginning of a block");
            }
            try {
                items.add(blockItem());
            } catch (ParseException wrong) {
                recover(wrong, depth, scope);
                jumpTo(new Resync(this).afterBlockItem(first, here()));
                items.add(new Broken(first, Math.max(first, here())));
            }
        }
        return items;
    }

    final List<StructItem> structItems(int open) throws ParseException {
        List<StructItem> items = new ArrayList<>();
        int depth = depth();
        int scope = names.depth();
        boolean broken = false;
        while (!at(RBRACE) && !at(EOF) && !(broken && new Resync(this).isAbandoned(open))) {
            int first = here();
            entry = first;
            if (at(SEMICOLON)) {
                jumpTo(first + 1);
                continue;
            }
            try {
                items.add(structItem());
            } catch (ParseException wrong) {
                broken = true;
                recover(wrong, depth, scope);
                jumpTo(new Resync(this).afterBlockItem(first, here()));
                items.add(new Broken(first, Math.max(first, here())));
            }
        }
        return items;
    }

    final List<InitializerItem> initializerItems(int open) throws ParseException {
        List<InitializerItem> items = new ArrayList<>();
        int depth = depth();
        int scope = names.depth();
        boolean more = true;
        while (more && !at(RBRACE) && !at(EOF) && !isForgotten(items)) {
            int first = here();
            entry = first;
            try {
                items.add(initializerItem());
                more = afterInitializerItem(open);
            } catch (ParseException wrong) {
                recover(wrong, depth, scope);
                more = new Resync(this).toNextInitializerItem(first, open);
            }
        }
        return items;
    }

    /** Whether a declaration at the margin says that the list was left after a comma. */
    private boolean isForgotten(List<InitializerItem> items) {
        return !items.isEmpty() && !atName() && !at(EXTENSION) && new Resync(this).startsAtMargin(here());
    }

    /** Whether another item may follow: after a comma, or after an item on a new line whose comma is missing. */
    private boolean afterInitializerItem(int open) throws ParseException {
        if (at(COMMA)) {
            jumpTo(feed.after(here()));
            return true;
        }
        if (at(RBRACE)) {
            return false;
        }
        Resync resync = new Resync(this);
        if (resync.isAbandoned(open)) {
            return false;
        }
        boolean nextItem = (at(DOT) || at(LBRACE) || at(LBRACKET)) && problems.layout().startsLine(here());
        problems.missingAfter(consumed().index, here(), nextItem ? "','" : "',' or '}'");
        if (!nextItem) {
            throw ParseException.reported();
        }
        return true;
    }

    /** Where a semicolon is missing at the end of a line, it is inserted. */
    final void expectSemicolon() throws ParseException {
        if (at(SEMICOLON)) {
            return;
        }
        if (at(RPAREN) && closesNothing()) {
            problems.at(here(), "')' without a '(' before it");
            throw ParseException.reported();
        }
        problems.missingAfter(consumed().index, here(), "';'");
        boolean canGoOn = at(RBRACE) || at(EOF) || problems.layout().startsLine(here()) && !isOperator();
        boolean fits = inFunction || at(EOF) || problems.layout().startsAtMargin(here());
        if (!canGoOn || !fits) {
            throw ParseException.reported();
        }
        insert(SEMICOLON);
    }

    /** Whether the brace that opens a function's body is missing: an indented body follows, and then the brace that closes it. */
    final boolean missesBody(Declarator declarator, boolean file) {
        boolean continues = at(LBRACE) || at(SEMICOLON) || at(COMMA) || at(ASSIGN) || at(ASM) || at(ATTRIBUTE);
        if (continues || !file || declarator.function().isEmpty() || skipsBodies(here())) {
            return false;
        }
        Layout layout = problems.layout();
        int indent = layout.indentOf(here());
        if (indent < 0 || indent == 0 && !at(RBRACE)) {
            return false;
        }
        int nesting = 0;
        for (int index = here(); feed.kind(index) != EOF; index = feed.after(index)) {
            int kind = feed.kind(index);
            if (layout.startsAtMargin(index)) {
                return kind == RBRACE && nesting == 0;
            }
            nesting += kind == LBRACE ? 1 : kind == RBRACE ? -1 : 0;
        }
        return false;
    }

    /** Takes the brace for written. */
    final void openMissingBody() {
        problems.missingAfter(consumed().index, here(), "'{'");
        insert(LBRACE);
    }

    /** Tells what is wrong in the parentheses of a for, and goes on behind them; fails where they are not closed. */
    final void recoverHeader(ParseException wrong, int open, int depth, int scope) throws ParseException {
        int index = open;
        int nesting = 0;
        while (feed.kind(index) != EOF && feed.kind(index) != LBRACE && feed.kind(index) != RBRACE) {
            int kind = feed.kind(index);
            nesting += kind == LPAREN ? 1 : kind == RPAREN ? -1 : 0;
            if (nesting == 0) {
                break;
            }
            index = feed.after(index);
        }
        if (wrong.isTooDeep() || feed.kind(index) != RPAREN) {
            throw wrong;
        }
        recover(wrong, depth, scope);
        jumpTo(feed.after(index));
    }

    /** Whether all parentheses of the entry are closed before the pending one. */
    private boolean closesNothing() {
        int open = 0;
        for (int index = entry; index < here(); index++) {
            int kind = feed.kind(index);
            open += kind == LPAREN ? 1 : kind == RPAREN ? -1 : 0;
        }
        return open <= 0;
    }

    private boolean isOperator() {
        int kind = pending().kind;
        return kind < IDENTIFIER || kind > LPAREN && kind < AUTO && kind != LBRACE && kind != INC && kind != DEC
                && kind != STAR;
    }

    /** A list that its author left is closed. */
    final void expectBrace() throws ParseException {
        if (at(RBRACE)) {
            return;
        }
        problems.missingAfter(consumed().index, here(), "'}'");
        boolean left = at(EOF) || isLeft() || at(SEMICOLON) || problems.layout().startsLine(here());
        if (!left) {
            throw ParseException.reported();
        }
        insert(RBRACE);
    }

    /** Whether the author left the function without closing all its braces. */
    private boolean isLeft() {
        return unbalanced && new Resync(this).startsAtMargin(here());
    }

    private void recover(ParseException wrong, int depth, int scope) throws ParseException {
        if (wrong.isTooDeep()) {
            throw wrong;
        }
        report(wrong);
        forgetScopes(depth, scope);
    }

    private void forgetScopes(int depth, int scope) {
        depth(depth);
        names.leaveTo(scope);
        reconsiderPending();
    }

    private void report(ParseException wrong) {
        if (wrong.isReported()) {
            return;
        }
        int token = here();
        String message = wrong.getMessage();
        if (message != null && !message.isEmpty()) {
            problems.at(token, message.startsWith("expected ") ? message + before(token) : message);
            return;
        }
        Optional<String> closer = Expectation.closer(wrong.expected());
        if (closer.isPresent()) {
            problems.missingAfter(consumed().index, token, closer.get());
        } else {
            missing(Expectation.replacement(wrong.expected()), token);
        }
    }

    /** What is missing before a token on another line is to be typed at the end of the line before. */
    private void missing(String what, int token) {
        if (token > entry && problems.layout().startsLine(token)) {
            problems.missingAfter(consumed().index, token, what);
        } else {
            problems.at(token, "expected " + what + before(token));
        }
    }

    private String before(int token) {
        return at(EOF) ? " before the end of the file" : " before " + problems.quote(token);
    }
}
