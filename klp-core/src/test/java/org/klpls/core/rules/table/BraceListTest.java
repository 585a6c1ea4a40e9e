package org.klpls.core.rules.table;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.klpls.c.text.SourceRange;
import org.klpls.c.text.SourceText;
import org.klpls.c.text.Span;
import org.klpls.core.model.Place;
import org.klpls.core.rule.Fix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class BraceListTest {
    @Test
    void aMemberOnALineOfItsOwnIsFollowedByAnother() {
        assertEquals("{\n\t.a = 1,\n\t.b = 2,\n}", appended("{\n\t.a = 1,\n}"));
    }

    @Test
    void aListWithoutLastCommaStaysWithoutOne() {
        assertEquals("{\n\t.a = 1,\n\t.b = 2\n}", appended("{\n\t.a = 1\n}"));
    }

    @Test
    void membersOnOneLineStayThere() {
        assertEquals("{ .a = 1, .b = 2 }", appended("{ .a = 1 }"));
        assertEquals("{ .a = 1, .b = 2 }", appended("{ .a = 1, }"));
        assertEquals("{ .b = 2 }", appended("{}"));
    }

    @Test
    void aCommentBehindTheLastMemberStaysWithIt() {
        assertEquals("{\n\t.a = 1, /* one */\n\t.b = 2,\n}", appended("{\n\t.a = 1, /* one */\n}"));
        assertEquals("{\n\t.a = 1, // one\n\t.b = 2\n}", appended("{\n\t.a = 1 // one\n}"));
    }

    @Test
    void bracesAndCommasInStringsAndCommentsDoNotCount() {
        assertEquals("{ .a = \"},\", .b = 2 /* }, */ }", appended("{ .a = \"},\" /* }, */ }"));
    }

    @Test
    void theTerminatorFollowsTheStyleOfTheTable() {
        assertEquals("{\n\t{\n\t\t.a = 1,\n\t}, { }\n}", terminated("{\n\t{\n\t\t.a = 1,\n\t},\n}"));
        assertEquals("{\n\t{ 1 },\n\t{ }\n}", terminated("{\n\t{ 1 },\n}"));
        assertEquals("{ { 1 }, { } }", terminated("{ { 1 } }"));
        assertEquals("(struct f[]) { { 1 }, { } }", terminated("(struct f[]) { { 1 } }"));
    }

    @Test
    void whatAMacroMakesIsNotEdited() {
        assertTrue(BraceList.at(place("KLP_ENTRY(show)")).isEmpty());
        assertTrue(BraceList.at(place("{ .a = 1")).isEmpty());
    }

    private static String appended(String text) {
        return apply(text, BraceList.at(place(text)).orElseThrow().append(".b = 2"));
    }

    private static String terminated(String text) {
        return apply(text, List.of(BraceList.at(place(text)).orElseThrow().appendTerminator()));
    }

    private static Place place(String text) {
        return new Place.InSource(
                new SourceRange(SourceText.of(Path.of("/t.c"), text), new Span(0, text.length())));
    }

    private static String apply(String text, List<Fix.Edit> edits) {
        String result = text;
        for (Fix.Edit edit : edits.reversed()) {
            result = result.substring(0, edit.range().span().start()) + edit.newText()
                    + result.substring(edit.range().span().end());
        }
        return result;
    }
}
