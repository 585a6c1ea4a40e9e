package org.klpls.c.parse;

import java.util.List;
import java.util.Optional;
import org.klpls.c.ast.Declaration;
import org.klpls.c.ast.Declarator;
import org.klpls.c.ast.Expression;
import org.klpls.c.ast.GenericAssociation;
import org.klpls.c.ast.InitDeclarator;
import org.klpls.c.ast.InitializerList;
import org.klpls.c.ast.Name;
import org.klpls.c.ast.Parameter;
import org.klpls.c.ast.ScopedDeclaration;
import org.klpls.c.ast.Specifiers;
import org.klpls.c.ast.Statement;
import org.klpls.c.ast.Storage;
import org.klpls.c.ast.TypeSpecifier;
import org.klpls.c.pp.Dialect;

import static org.klpls.c.parse.GnuCParserConstants.*;

/** What the grammar does beside reading: it remembers what names mean, and refuses what grammar cannot say or stack not hold. */
abstract class GrammarSupport extends Lookahead {
    /** Nesting that an ordinary thread's stack holds, with room to spare: 150 parentheses. What is deeper is read on a larger one. */
    private static final int MAX_DEPTH = 300;
    /** 1500 parentheses, 1000 blocks. Beyond it a problem stands for what would overflow that stack, or that of who reads the tree. */
    private static final int MAX_DEPTH_ON_LARGE_STACK = 3000;
    /** Links of a chain that a loop reads: operators, else if, a ? b : c ? d : e. The tree nests as deep. */
    private static final int MAX_CHAIN = 2000;

    private static final int NONE = -1;

    private int depth;
    /** Symbol of the name declared last, if it was a typedef's before. */
    private int hiddenTypedef = NONE;
    /** Symbol of a typedef whose attributes are not read yet, and that was none before. */
    private int newTypedef = NONE;
    private int maxDepth = MAX_DEPTH;

    // what names mean

    final void enterScope() {
        names.enter();
    }

    /** The pending token was read inside the scope, and may mean something else outside. */
    final void leaveScope() {
        names.leave();
        reconsiderPending();
    }

    final int scopes() {
        return names.depth();
    }

    /** Leaves those that were entered since there were so many. */
    final void leaveScopesTo(int depth) {
        if (names.depth() > depth) {
            names.leaveTo(depth);
            reconsiderPending();
        }
    }

    final void reconsiderPending() {
        pending(feed.again(pending()));
    }

    final void declare(Specifiers specifiers, Declarator declarator) {
        if (declarator.name().isEmpty()) {
            return;
        }
        int symbol = tokens.symbol(declarator.name().get().first());
        hiddenTypedef = names.isTypedef(symbol) ? symbol : NONE;
        newTypedef = NONE;
        if (specifiers.storage().contains(Storage.TYPEDEF)) {
            newTypedef = hiddenTypedef == NONE ? symbol : NONE;
            names.declareTypedef(symbol);
        } else {
            names.declareOrdinary(symbol);
        }
        reconsiderPending();
    }

    /** gcc declares a name behind its attributes: in {@code typedef int word __attribute__((mode(word)))} it is no type yet. */
    @Override
    final boolean isBeingDeclared() {
        return at(TYPEDEF_NAME) && tokens.symbol(here()) == newTypedef;
    }

    /** The attributes behind a declarator are read. */
    final void endDeclarator() {
        newTypedef = NONE;
    }

    /** After the = of a declaration: newer gccs have read the next token before the name was declared. */
    final void expectNoHiddenTypedef() throws ParseException {
        boolean hidden = atName() && tokens.symbol(here()) == hiddenTypedef;
        if (hidden && dialect().readsAheadOfDeclaredName()) {
            throw expected("an expression");
        }
    }

    final void declareOrdinary(Name name) {
        names.declareOrdinary(tokens.symbol(name.first()));
        reconsiderPending();
    }

    final void defineTag(Name tag) {
        names.defineTag(tokens.symbol(tag.first()));
    }

    /** The scope of the parameters, in which the body's own lies. */
    final void enterFunction(Declarator declarator) {
        enterScope();
        declarator.function().ifPresent(function -> {
            function.parameters().forEach(this::declareParameter);
            function.oldStyleNames().forEach(this::declareOrdinary);
        });
    }

    final void leaveFunction(boolean bodyRead) {
        leaveScope();
        if (!bodyRead) {
            jumpTo(bodyEnd(here()));
        }
    }

    private void declareParameter(Parameter parameter) {
        declare(parameter.specifiers(), parameter.declarator());
    }

    final void addOldStyleParameters(List<Declaration> into, ScopedDeclaration declared) throws ParseException {
        if (!(declared instanceof Declaration declaration)) {
            throw new ParseException("expected '{'");
        }
        into.add(declaration);
    }

    final Declarator unnamed() {
        return new DeclaratorBuilder(here()).build(here());
    }

    // what the grammar cannot say

    final ParseException expected(String what) {
        return new ParseException("expected " + what);
    }

    final Specifiers finish(SpecifiersBuilder into) {
        return into.build(end());
    }

    final void addType(SpecifiersBuilder into, TypeSpecifier type) {
        if (consumed().kind == IDENTIFIER && type instanceof TypeSpecifier.TypedefName name) {
            problems.at(consumed().index, "unknown type name '" + name.name() + "'");
        }
        if (!into.type(type)) {
            problems.at(type.first(), "two or more data types in declaration specifiers");
        }
    }

    final void addStorage(SpecifiersBuilder into) {
        int kind = consumed().kind;
        boolean early = kind == THREAD_LOCAL && text(consumed()).equals("__thread") && (at(STATIC) || at(EXTERN));
        problemOf(early
                ? Optional.of("'__thread' before '" + text(pending()) + "'")
                : into.storage(kind, text(consumed()), dialect()));
    }

    final void addQualifier(AsmBuilder into) {
        boolean fresh = into.qualifier(switch (consumed().kind) {
            case VOLATILE -> Statement.AsmQualifier.VOLATILE;
            case INLINE -> Statement.AsmQualifier.INLINE;
            default -> Statement.AsmQualifier.GOTO;
        });
        problemOf(fresh ? Optional.empty() : Optional.of("duplicate '" + text(consumed()) + "'"));
    }

    /** asm goto names labels. */
    final void expectLabels(AsmBuilder asm) throws ParseException {
        if (asm.isGoto() && asm.labels().isEmpty()) {
            throw expected("':' and a label");
        }
    }

    /** Only of what the built-in functions that are keywords take is the number known to gcc's grammar. */
    final void checkArguments(Expression function, List<Expression> arguments) {
        if (function instanceof Expression.Identifier(_, _, String name) && name.equals("__builtin_assoc_barrier")
                && arguments.size() != 1) {
            problems.at(consumed().index, name + " takes one argument");
        }
    }

    /** {@code __auto_type} takes its type from the value. */
    final void checkAutoType(Specifiers specifiers, List<InitDeclarator> declared) {
        boolean standard = dialect().hasAutoType() && specifiers.type() instanceof TypeSpecifier.ImplicitInt
                && specifiers.storage().contains(Storage.AUTO);
        if (standard || specifiers.type() instanceof TypeSpecifier.AutoType) {
            for (InitDeclarator one : declared) {
                if (one.initializer().isPresent() && one.initializer().get() instanceof InitializerList list) {
                    problems.at(list.first(), "expected an expression before '{'");
                }
            }
        }
        if (!(specifiers.type() instanceof TypeSpecifier.AutoType type)) {
            return;
        }
        for (InitDeclarator one : declared) {
            if (!one.declarator().derivations().isEmpty() || one.initializer().isEmpty()) {
                problems.at(type.first(), "'" + tokens.text(type.first()) + "' needs a plain name with a value");
            }
        }
    }

    /** C23: {@code [[deprecated("use g")]]}; gcc's parser takes nothing else there. */
    final void checkMessage(boolean standard, Token space, Token name, List<Expression> arguments) {
        boolean takesMessage = standard && space == name && !isForeignAttribute(space, name);
        if (takesMessage && !arguments.isEmpty() && !(arguments.getFirst() instanceof Expression.StringLiteral)) {
            problems.at(arguments.getFirst().first(), "expected a string for '" + text(name) + "'");
        }
    }

    final void checkAssociations(List<GenericAssociation> associations) {
        List<GenericAssociation> defaults = associations.stream().filter(it -> it.type().isEmpty()).toList();
        if (defaults.size() > 1) {
            problems.at(defaults.get(1).first(), "a second 'default' in one '_Generic'");
        }
    }

    /** {@code if (int x = f())} tests one object, which must have a value. */
    final void checkCondition(Declaration declaration, Optional<Expression> tested) {
        boolean one = declaration.declarators().size() == 1
                && declaration.declarators().getFirst().initializer().isPresent();
        if (tested.isEmpty() && !one) {
            problems.at(declaration.first(), "a declaration that is tested declares one object, with a value");
        }
    }

    /** Where a block ends or an else comes, no expression was meant. */
    final void expectStatementHere() throws ParseException {
        if (at(RBRACE) || at(EOF)) {
            throw expected("a statement");
        }
        if (at(ELSE)) {
            throw new ParseException("'else' without an 'if' before it");
        }
    }

    /** A declaration at the margin is no parameter of a function that is being typed. */
    final void expectParameterHere() throws ParseException {
        if ((at(STATIC) || at(EXTERN) || at(TYPEDEF)) && problems.layout().startsAtMargin(here())) {
            problems.missingAfter(consumed().index, here(), "')'");
            throw ParseException.reported();
        }
    }

    final void expectStatement() throws ParseException {
        if (at(SEMICOLON)) {
            throw expected("a statement");
        }
    }

    final void expectTypeName(Specifiers specifiers) throws ParseException {
        if (specifiers.first() == specifiers.end()) {
            throw expected("a type");
        }
    }

    final void addWord(SpecifiersBuilder into) {
        int index = consumed().index;
        boolean fits = into.word(consumed().kind, tokens.text(index), index);
        if (!fits && problems.layout().startsLine(index)) {
            problems.missingAfter(index - 1, index, "a name and ';'");
        } else if (!fits) {
            problems.at(index, "'" + tokens.text(index) + "' does not go with the type before it");
        }
    }

    final void expectDeclarator(Specifiers specifiers, boolean file) throws ParseException {
        boolean empty = specifiers.first() == specifiers.end();
        if (empty && at(IDENTIFIER) && peek(1) == LPAREN && (peek(2) == STRING || peek(2) == NUMBER)) {
            throw new ParseException("unknown macro '" + text(pending()) + "'");
        }
        if (empty && !(file && (at(IDENTIFIER) || at(STAR) || at(LPAREN)))) {
            throw expected(file ? "a declaration" : "a type");
        }
    }

    /** {@code static int __init f(void)} without the header that defines the macro: the function is kept. */
    final void passUnknownWord(Specifiers specifiers) {
        boolean typed = specifiers.first() < specifiers.end();
        if (typed && at(IDENTIFIER) && peek(1) == IDENTIFIER && peek(2) == LPAREN
                && !new MacroCall(this).isBehindName()) {
            problems.at(here(), "unknown word '" + text(pending()) + "' before '"
                    + tokens.text(feed.after(here())) + "'");
            jumpTo(feed.after(here()));
        }
    }

    /** {@code extern int name MACRO(words);} without the header that defines the macro: the declaration is kept. */
    final void passUnknownMacro() {
        new MacroCall(this).end().ifPresent(end -> {
            problems.at(here(), "unknown macro '" + text(pending()) + "'");
            jumpTo(end);
        });
    }

    final void expectEnumEnd() throws ParseException {
        if (atName()) {
            problems.missingAfter(consumed().index, here(), "',' or '}'");
            throw ParseException.reported();
        }
    }

    final void expectMember(Specifiers specifiers) throws ParseException {
        if (specifiers.first() == specifiers.end() || !specifiers.storage().isEmpty()) {
            throw expected("the type of a member");
        }
    }

    final void expectParameter(Specifiers specifiers) throws ParseException {
        if (specifiers.first() == specifiers.end()) {
            if (problems.layout().startsLine(here())) {
                problems.missingAfter(consumed().index, here(), "the type of a parameter");
                throw ParseException.reported();
            }
            throw expected("the type of a parameter");
        }
    }

    final void checkNumber() {
        problemOf(Literals.number(text(consumed()), dialect()));
    }

    final void checkCharacter() {
        problemOf(Literals.character(text(consumed()), dialect()));
    }

    final void checkString() {
        problemOf(Literals.string(text(consumed()), dialect()));
    }

    final void checkPieces(List<String> pieces) {
        if (!Literals.canBeJoined(pieces)) {
            problems.at(consumed().index, "strings with different prefixes cannot be joined");
        }
    }

    /** The token consumed last is wrong inside, and fits for all that. */
    private void problemOf(Optional<String> wrong) {
        wrong.ifPresent(message -> problems.at(consumed().index, message));
    }

    final Dialect dialect() {
        return tokens.dialect();
    }

    /** After C23: {@code if (int x = f())} */
    final boolean declaresCondition() {
        return dialect().hasAfterC23() && !at(EXTENSION) && !at(STATIC_ASSERT) && startsDeclaration();
    }

    /** C23: {@code (static int){1}} */
    final boolean startsStoredLiteral() {
        return dialect().hasLooseParametersAndLiterals() && Kinds.isStorageOfLiteral(peek(1));
    }

    /** A keyword stands for a name here. */
    final void takeAsName() {
        if (atWord() && !at(IDENTIFIER)) {
            pending(new Token(IDENTIFIER, here()));
        }
    }

    // what must not grow without end

    final void allowDeeper(boolean largeStack) {
        maxDepth = largeStack ? MAX_DEPTH_ON_LARGE_STACK : MAX_DEPTH;
    }

    final void enterDepth() throws ParseException {
        enterDepth(1);
    }

    /** @param levels more for what takes more of the stack */
    final void enterDepth(int levels) throws ParseException {
        depth += levels;
        if (depth > maxDepth) {
            throw ParseException.tooDeep("nested too deeply");
        }
    }

    final void leaveDepth() {
        leaveDepth(1);
    }

    final void leaveDepth(int levels) {
        depth -= levels;
    }

    final int depth() {
        return depth;
    }

    final void depth(int outer) {
        depth = outer;
    }

    final void checkChain(int length) throws ParseException {
        if (length > MAX_CHAIN) {
            throw ParseException.tooDeep("too many operators in one expression");
        }
    }

    final void checkLength(DeclaratorBuilder declarator) throws ParseException {
        if (declarator.length() > maxDepth) {
            throw ParseException.tooDeep("declarator is nested too deeply");
        }
    }
}
