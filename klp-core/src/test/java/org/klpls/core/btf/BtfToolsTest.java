package org.klpls.core.btf;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.klpls.c.testing.NeedsRealThings;
import org.klpls.c.testing.RealThing;
import org.klpls.core.elf.ElfBytes;
import org.klpls.core.elf.ElfImage;
import org.klpls.core.elf.ElfReader;
import org.klpls.core.kernel.StructLayout;
import org.klpls.core.testing.kernel.Payload;
import org.klpls.core.testing.kernel.StockKernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Types of a stock kernel as klpls reads them, against what bpftool and pahole's pfunct read in the same bytes. */
class BtfToolsTest {
    private static final int SAMPLE = 2000;
    private static final Set<String> QUALIFIERS = Set.of("const", "volatile", "restrict");
    private static final Pattern POINTER_TO_ARRAY = Pattern.compile("\\((\\*[ *\\w]+)\\)\\[\\d*]");
    private static final Pattern TOKEN = Pattern.compile("\\w+|[^\\s\\w]");

    @TempDir
    private Path folder;

    @Test
    @NeedsRealThings({RealThing.KERNEL, RealThing.BTF_TOOLS})
    void typesOf61AreThoseOfTheTools() throws IOException, InterruptedException {
        compare(StockKernel.V6_1);
    }

    @Test
    @NeedsRealThings({RealThing.KERNEL_6_12, RealThing.BTF_TOOLS})
    void typesOf612AreThoseOfTheTools() throws IOException, InterruptedException {
        compare(StockKernel.V6_12);
    }

    private void compare(StockKernel kernel) throws IOException, InterruptedException {
        ElfBytes vmlinux = ElfBytes.of(Payload.of(kernel.vmlinuz()));
        ElfImage image = ElfReader.read(kernel.vmlinuz(), vmlinux).image().orElseThrow();
        ElfBytes section = image.section(".BTF").map(image::content).orElseThrow();
        Path file = Files.write(folder.resolve("btf"), section.toArray());
        if (!(Btf.read(section) instanceof BtfReading.Read(Btf btf))) {
            throw new AssertionError("a real kernel's types cannot be read");
        }
        prototypes(btf, file);
        layouts(btf, file);
    }

    /** By tokens: pfunct puts blanks elsewhere. Of a name that several functions have, BTF does not say which it means. */
    private static void prototypes(Btf btf, Path file) throws IOException, InterruptedException {
        Map<String, Set<List<String>>> byName = new TreeMap<>();
        for (String line : run("pfunct", "-F", "btf", "-P", file.toString()).split("\n")) {
            String declaration = line.endsWith(";") ? line.substring(0, line.length() - 1) : line;
            List<String> tokens = tokens(declaration.startsWith("inline ") ? declaration.substring(7) : declaration);
            name(tokens).ifPresent(name -> byName.computeIfAbsent(name, _ -> new HashSet<>()).add(tokens));
        }
        byName.values().removeIf(tokens -> tokens.size() > 1);
        for (String name : sample(byName.keySet())) {
            List<String> expected = byName.getOrDefault(name, Set.of()).iterator().next();
            // pfunct prints a pointer to an array as one to its element.
            List<String> known = tokens(
                    POINTER_TO_ARRAY.matcher(btf.declaration(name).orElse("")).replaceAll("$1"));
            boolean qualified = qualifiesPointers(known);
            assertEquals(qualified ? unqualified(expected) : expected, qualified ? unqualified(known) : known);
        }
    }

    /** pfunct prints {@code char *const p} as {@code const char *p}: there qualifiers are not compared. */
    private static boolean qualifiesPointers(List<String> tokens) {
        return QUALIFIERS.stream().anyMatch(q -> Collections.indexOfSubList(tokens, List.of("*", q)) >= 0);
    }

    private static List<String> unqualified(List<String> tokens) {
        return tokens.stream().filter(token -> !QUALIFIERS.contains(token)).toList();
    }

    private static List<String> tokens(String text) {
        return TOKEN.matcher(text).results().map(MatchResult::group).toList();
    }

    /** The word before the first parenthesis; functions that return pointers to functions are left out. */
    private static Optional<String> name(List<String> tokens) {
        int parenthesis = tokens.indexOf("(");
        return parenthesis > 0 && !tokens.get(parenthesis + 1).equals("*")
                ? Optional.of(tokens.get(parenthesis - 1))
                : Optional.empty();
    }

    private static void layouts(Btf btf, Path file) throws IOException, InterruptedException {
        JsonArray types = JsonParser.parseString(run("/usr/sbin/bpftool", "btf", "dump", "file", file.toString(), "-j"))
                .getAsJsonObject()
                .getAsJsonArray("types");
        Dump dump = new Dump(types);
        Map<String, JsonObject> records = new HashMap<>();
        Set<String> several = new HashSet<>();
        for (var type : types) {
            JsonObject object = type.getAsJsonObject();
            String name = object.get("name").getAsString();
            if (Dump.isRecord(object) && !name.equals(Dump.NO_NAME) && records.put(name, object) != null) {
                several.add(name);
            }
        }
        records.keySet().removeAll(several);
        for (String name : sample(records.keySet())) {
            List<StructLayout.Member> members = new ArrayList<>();
            JsonObject record = records.getOrDefault(name, new JsonObject());
            dump.addMembers(record, 0, members);
            assertEquals(new StructLayout(name, record.get("size").getAsLong(), members),
                    btf.layout(name).orElseThrow(), name);
        }
    }

    /** What bpftool printed: ids are places in the list, from 1. */
    private record Dump(JsonArray types) {
        static final String NO_NAME = "(anon)";

        static boolean isRecord(JsonObject type) {
            String kind = type.get("kind").getAsString();
            return kind.equals("STRUCT") || kind.equals("UNION");
        }

        private JsonObject type(JsonObject of) {
            return types.get(of.get("type_id").getAsInt() - 1).getAsJsonObject();
        }

        void addMembers(JsonObject record, long base, List<StructLayout.Member> members) {
            for (var element : record.getAsJsonArray("members")) {
                JsonObject member = element.getAsJsonObject();
                String name = member.get("name").getAsString();
                long bits = base + member.get("bits_offset").getAsLong();
                boolean hasName = !name.equals(NO_NAME);
                members.add(new StructLayout.Member(hasName ? name : "", bits, sizeOf(type(member))));
                if (!hasName && isRecord(type(member))) {
                    addMembers(type(member), bits, members);
                }
            }
        }

        private long sizeOf(JsonObject type) {
            return switch (type.get("kind").getAsString()) {
                case "PTR" -> Long.BYTES;
                case "ARRAY" -> type.get("nr_elems").getAsLong() * sizeOf(type(type));
                case "TYPEDEF", "CONST", "VOLATILE", "RESTRICT", "TYPE_TAG" -> sizeOf(type(type));
                default -> type.get("size").getAsLong();
            };
        }
    }

    private static List<String> sample(Set<String> names) {
        List<String> shuffled = new ArrayList<>(names);
        Collections.sort(shuffled);
        Collections.shuffle(shuffled, new Random(SAMPLE));
        assertTrue(shuffled.size() >= SAMPLE);
        return shuffled.subList(0, Math.min(shuffled.size(), Integer.getInteger("klpls.types", SAMPLE)));
    }

    private static String run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), command[0]);
        return output;
    }
}
