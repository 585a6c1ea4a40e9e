package org.klpls.server.cli;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** {@code klpls parse}: its two outputs, its exit status, and what it says of inputs that are none. */
class ParseCommandTest {
    private static final String SOURCE = """
            #include "own.h"
            struct klp_func { const char *old_name; void *new_func; unsigned long old_sympos; };
            struct klp_object { const char *name; struct klp_func *funcs; };
            struct klp_patch { void *mod; struct klp_object *objs; _Bool replace; };
            static int fixed(struct own *o) __attribute__((noinline));
            static inline int fixed(struct own *o)
            {
            	return o->bits;
            }
            typedef unsigned int number;
            number counter = 3;
            static struct klp_func funcs[] = {
            	{ .old_name = "broken", .new_func = fixed, .old_sympos = 2 }, { }
            };
            static struct klp_object objs[] = { { .funcs = funcs }, { } };
            struct klp_patch patch = { .objs = objs, .replace = 1 };
            """;

    @TempDir
    private Path temp;

    private record Outcome(int status, String out, String err) {}

    @Test
    void jsonTellsFunctionsRecordsVariablesAndTables() throws IOException {
        JsonObject json = json(source(SOURCE), "--format", "json");
        assertEquals(List.of("schemaVersion", "functions", "records", "typedefs", "variables", "patches", "problems"),
                List.copyOf(json.keySet()));
        JsonObject function = only(json, "functions");
        function.remove("file");
        assertEquals(JsonParser.parseString("""
                {"name": "fixed", "storage": "static", "inline": true, "attributes": ["noinline"],
                 "type": "int (struct own *)", "line": 5, "endLine": 8, "definition": true}"""), function);
        assertEquals("unsigned int", only(json, "typedefs").get("type").getAsString());
        JsonObject patch = only(json, "patches");
        assertTrue(patch.get("replace").getAsBoolean());
        JsonObject object = patch.getAsJsonArray("objects").get(0).getAsJsonObject();
        assertTrue(object.get("name").isJsonNull());
        JsonObject func = object.getAsJsonArray("funcs").get(0).getAsJsonObject();
        assertEquals("broken", func.get("oldName").getAsString());
        assertEquals(2, func.get("sympos").getAsInt());
        assertEquals("fixed", func.get("newFunc").getAsString());
        assertEquals(12, func.getAsJsonObject("range").getAsJsonObject("start").get("line").getAsInt());
        assertEquals(0, json.getAsJsonArray("problems").size());
        assertEquals(List.of("klp_func", "klp_object", "klp_patch"), tags(json));
    }

    @Test
    void headersAreToldWhenAskedFor() throws IOException {
        JsonObject json = json(source(SOURCE), "--all", "--format", "json");
        assertTrue(tags(json).contains("own"), json::toString);
        JsonObject own = json.getAsJsonArray("records").asList().stream().map(it -> it.getAsJsonObject())
                .filter(it -> it.get("tag").getAsString().equals("own")).findFirst().orElseThrow();
        assertEquals(8, own.get("size").getAsInt());
        assertTrue(own.get("file").getAsString().endsWith("own.h"), own::toString);
        JsonObject bits = own.getAsJsonArray("members").get(1).getAsJsonObject();
        assertEquals("{\"name\":\"bits\",\"offsetBits\":32,\"sizeBits\":3,\"type\":\"unsigned int\"}", bits.toString());
    }

    @Test
    void textIsALineForEach() throws IOException {
        Outcome outcome = run("parse", source(SOURCE), "--", "-I.");
        assertEquals(0, outcome.status(), outcome.err());
        assertTrue(outcome.out().contains("my.c:6: static inline function fixed: int (struct own *) [noinline]"),
                outcome.out());
        assertTrue(outcome.out().contains("        broken,2 -> fixed"), outcome.out());
    }

    @Test
    void whatIsWrongIsToldAndTheRestToo() throws IOException {
        Path broken = source(SOURCE.replace("number counter = 3;", "number counter = ;"));
        Outcome text = run("parse", broken, "--", "-I.");
        assertEquals(1, text.status());
        assertTrue(text.err().contains("my.c:11:18: error: expected an expression before ';'"), text.err());
        assertTrue(text.out().contains("function fixed"), text.out());
        Outcome outcome = run("parse", "--format", "json", broken, "--", "-I.");
        assertEquals(1, outcome.status());
        assertEquals("", outcome.err());
        JsonObject problem = only(JsonParser.parseString(outcome.out()).getAsJsonObject(), "problems");
        assertEquals("error", problem.get("severity").getAsString());
    }

    @Test
    void whatCannotBeReadIsOneLineAndStatusTwo() throws IOException {
        Path binary = Files.write(temp.resolve("binary.c"), new byte[]{(byte) 0xff, (byte) 0xfe, 0, 1});
        Path alone = Files.writeString(temp.resolve("alone.c"), "int a;\n");
        for (List<Object> wrong : List.<List<Object>>of(List.of("absent.c"), List.of(temp), List.of(binary),
                List.of("--flags-from", temp.resolve("absent"), alone))) {
            Object[] arguments = new Object[wrong.size() + 1];
            arguments[0] = "parse";
            for (int i = 0; i < wrong.size(); i++) {
                arguments[i + 1] = wrong.get(i);
            }
            Outcome outcome = run(arguments);
            assertEquals(2, outcome.status(), wrong::toString);
            assertEquals("", outcome.out());
            assertEquals(1, outcome.err().lines().count(), outcome.err());
        }
        assertEquals(2, run("parse", "--format", "xml", alone).status());
        assertEquals(2, run("parse").status());
    }

    @Test
    void anEmptyFileDeclaresNothing() throws IOException {
        Outcome outcome = run("parse", source(""), "--", "-I.");
        assertEquals(0, outcome.status(), outcome.err());
        assertEquals("", outcome.out());
        assertFalse(json(source(""), "--format", "json").getAsJsonArray("functions").iterator().hasNext());
    }

    private Path source(String text) throws IOException {
        Files.writeString(temp.resolve("own.h"), "struct own { int a; unsigned int bits : 3; };\n");
        return Files.writeString(temp.resolve("my.c"), text);
    }

    private static JsonObject json(Path file, String... options) {
        Object[] arguments = new Object[options.length + 4];
        arguments[0] = "parse";
        System.arraycopy(options, 0, arguments, 1, options.length);
        arguments[options.length + 1] = file;
        arguments[options.length + 2] = "--";
        arguments[options.length + 3] = "-I.";
        Outcome outcome = run(arguments);
        assertEquals(0, outcome.status(), outcome.err());
        return JsonParser.parseString(outcome.out()).getAsJsonObject();
    }

    private static JsonObject only(JsonObject json, String list) {
        assertEquals(1, json.getAsJsonArray(list).size(), json::toString);
        return json.getAsJsonArray(list).get(0).getAsJsonObject();
    }

    private static List<String> tags(JsonObject json) {
        return json.getAsJsonArray("records").asList().stream().map(JsonElement::getAsJsonObject)
                .map(it -> it.get("tag").getAsString()).toList();
    }

    private static Outcome run(Object... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int status = Main.commandLine(new PrintWriter(out, true), new PrintWriter(err, true))
                .execute(Arrays.stream(arguments).map(Object::toString).toArray(String[]::new));
        return new Outcome(status, out.toString(), err.toString());
    }
}
