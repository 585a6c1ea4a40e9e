package org.klpls.c.pp;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * {@code #assert predicate(answer)}, which {@code #if #predicate(answer)} asks for. Source: gcc libcpp/directives.cc
 * parse_assertion(), do_assert().
 */
final class Assertions {
    /** An answer is its tokens; empty where only the predicate is named. */
    record Assertion(int predicate, Optional<String> answer) {}

    /** Tokens are told apart by what stands in no token. */
    private static final String BETWEEN = "\n";
    /** What gcc for x86-64 Linux asserts itself. */
    private static final Map<String, List<String>> OWN = Map.of("system", List.of("linux", "unix", "posix"), "cpu",
            List.of("x86_64"), "machine", List.of("x86_64"));

    private final Unit unit;
    private final Map<Integer, Set<String>> answers = new HashMap<>();

    Assertions(Unit unit) {
        this.unit = unit;
        OWN.forEach((predicate, own) -> answers.put(unit.interner.intern(predicate), new TreeSet<>(own)));
    }

    /** Whether no #assert or #unassert has changed what gcc itself asserts. */
    boolean areGccsOwn() {
        return answers.equals(new Assertions(unit).answers);
    }

    void setAll(Assertions earlier) {
        answers.clear();
        earlier.answers.forEach((predicate, known) -> answers.put(predicate, new TreeSet<>(known)));
    }

    /** #assert or #unassert, whose name was just read. */
    void act(boolean makes, int location) {
        Optional<Assertion> read = read(location, makes);
        if (read.isEmpty()) {
            return;
        }
        Assertion assertion = read.get();
        Set<String> known = answers.computeIfAbsent(assertion.predicate, _ -> new TreeSet<>());
        if (makes) {
            known.add(assertion.answer.orElse(""));
        } else if (assertion.answer.isPresent()) {
            known.remove(assertion.answer.get());
        } else {
            known.clear();
        }
    }

    /** The value of an assertion in an #if, whose # was just read; empty if it is wrong. */
    Optional<Boolean> test(int location) {
        return read(location, false).map(assertion -> {
            Set<String> known = answers.getOrDefault(assertion.predicate, Set.of());
            return assertion.answer.map(known::contains).orElse(!known.isEmpty());
        });
    }

    /** Reads predicate and answer, all as they stand. Where no answer follows, the token behind is left unread. */
    private Optional<Assertion> read(int location, boolean needsAnswer) {
        Expander expander = unit.expander;
        long predicate = expander.nextUnexpanded();
        if (RawToken.tokenClass(predicate) != RawToken.IDENTIFIER) {
            unit.problems.error(location, "an assertion needs a predicate, which is a name");
            return Optional.empty();
        }
        long paren = expander.nextUnexpanded();
        if (!RawToken.isWord(paren, Words.LPAREN_WORD)) {
            if (needsAnswer) {
                unit.problems.error(location, "#assert needs an answer in parentheses");
                return Optional.empty();
            }
            expander.unread(paren);
            return Optional.of(new Assertion(RawToken.symbol(predicate), Optional.empty()));
        }
        List<String> answer = new ArrayList<>();
        int depth = 1;
        while (true) {
            long token = expander.nextUnexpanded();
            if (token == Expander.EOF) {
                unit.problems.error(location, "')' is missing after an assertion's answer");
                return Optional.empty();
            }
            depth += RawToken.isWord(token, Words.LPAREN_WORD) ? 1 : RawToken.isWord(token, Words.RPAREN_WORD) ? -1 : 0;
            if (depth == 0) {
                break;
            }
            answer.add(unit.spelling.text(token));
        }
        if (answer.isEmpty()) {
            unit.problems.error(location, "an assertion's answer is empty");
            return Optional.empty();
        }
        return Optional.of(new Assertion(RawToken.symbol(predicate), Optional.of(String.join(BETWEEN, answer))));
    }
}
