package org.klpls.core.btf;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
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
import org.tukaani.xz.XZInputStream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Types of a stock kernel as klpls reads them, against what bpftool and pahole's pfunct read in the same bytes. */
class BtfToolsTest {
    private static final int SAMPLE = 2000;
    private static final String WIDENED = "klpls.types";
    /** Each of another part of the kernel. Without the property a kernel is compared with one of them. */
    private static final List<String> MODULES = List.of("fs/ext4/ext4", "arch/x86/kvm/kvm", "net/netfilter/nf_tables");
    private static final int DEFINITIONS = 100;
    private static final Pattern MEMBER = Pattern.compile(
            "(?m)^\\s*((?:(?!\\(\\*|/\\*).)*;) *\\t*/\\* +(\\d+)(: *\\d+)? +(\\d+) \\*/$");
    private static final Set<String> QUALIFIERS = Set.of("const", "volatile", "restrict");
    private static final Pattern POINTER_TO_ARRAY = Pattern.compile("\\((\\*[ *\\w]+)\\)\\[\\d*]");
    private static final Pattern TOKEN = Pattern.compile("\\w+|[^\\s\\w]");

    @TempDir
    private Path folder;

    @Test
    @NeedsRealThings({RealThing.KERNEL, RealThing.BTF_TOOLS})
    void typesOf61AreThoseOfTheTools() throws IOException, InterruptedException {
        compare(StockKernel.V6_1, MODULES.getFirst());
    }

    @Test
    @NeedsRealThings({RealThing.KERNEL_6_12, RealThing.BTF_TOOLS})
    void typesOf612AreThoseOfTheTools() throws IOException, InterruptedException {
        compare(StockKernel.V6_12, MODULES.get(1));
    }

    /** As kernels since 6.19 have them, which are compiled with -fms-extensions. */
    @Test
    @NeedsRealThings({RealThing.HEADERS, RealThing.BTF_TOOLS})
    void membersWithoutANameAreUnfoldedWhateverTheirTypeIsCalled() throws IOException, InterruptedException {
        Path source = Files.writeString(folder.resolve("tagged.c"), """
                struct inner { char a; long b; };
                typedef struct inner renamed;
                union either { int x; char y; };
                struct whole { int first; struct inner; union either; struct { char z; }; } one;
                struct of_names { char first; const renamed; } two;
                """);
        Path object = folder.resolve("tagged.o");
        run("gcc", "-fms-extensions", "-g", "-c", source.toString(), "-o", object.toString());
        run("pahole", "-J", object.toString());
        ElfBytes section = types(ElfReader.read(object).image().orElseThrow());
        if (!(Btf.read(section) instanceof BtfReading.Read(Btf btf))) {
            throw new AssertionError("pahole's types cannot be read");
        }
        assertEquals(List.of("first 0", " 64", "a 64", "b 128", " 192", "x 192", "y 192", " 224", "z 224"),
                places(btf, "whole"));
        assertEquals(List.of("first 0", " 64", "a 64", "b 128"), places(btf, "of_names"));
        // pahole prints such a member with the name "(null)".
        String definition = btf.definition("whole").orElseThrow();
        assertTrue(definition.contains("\tstruct inner; "), definition);
    }

    private static List<String> places(Btf btf, String record) {
        return btf.layout(record).orElseThrow().members().stream().map(m -> m.name() + " " + m.offsetBits()).toList();
    }

    private void compare(StockKernel kernel, String sampled) throws IOException, InterruptedException {
        ElfBytes vmlinux = ElfBytes.of(Payload.of(kernel.vmlinuz()));
        ElfBytes section = types(ElfReader.read(kernel.vmlinuz(), vmlinux).image().orElseThrow());
        if (!(Btf.read(section) instanceof BtfReading.Read(Btf btf))) {
            throw new AssertionError("a real kernel's types cannot be read");
        }
        Path file = Files.write(folder.resolve("vmlinux"), section.toArray());
        Dump dump = new Dump(dumped(file));
        Set<String> functions = dump.functions(1);
        assertTrue(functions.size() >= SAMPLE);
        prototypes(btf, file, functions);
        layouts(btf, dump, 1);
        definitions(btf, dump, 1, List.of(file.toString()));
        for (String module : Integer.getInteger(WIDENED) == null ? List.of(sampled) : MODULES) {
            compare(module, types(module(kernel, module)), section, btf, dump);
        }
    }

    /** A module's types go on from those of vmlinux: the tools that cannot read two files get one of both. */
    private void compare(String module, ElfBytes section, ElfBytes baseSection, Btf base, Dump baseDump)
            throws IOException, InterruptedException {
        if (!(Btf.readModule(section, base) instanceof BtfReading.Read(Btf btf))) {
            throw new AssertionError("the types of " + module + " cannot be read");
        }
        Path vmlinux = folder.resolve("vmlinux");
        Path split = Files.write(folder.resolve("module"), section.toArray());
        Path whole = Files.write(folder.resolve("whole"), JoinedBtf.of(baseSection, section));
        JsonArray all = new JsonArray();
        all.addAll(baseDump.types());
        all.addAll(dumped("-B", vmlinux.toString(), "file", split.toString()));
        Dump dump = new Dump(all);
        int first = baseDump.types().size() + 1;
        Set<String> functions = dump.functions(first);
        assertTrue(functions.size() > 50, module);
        prototypes(btf, whole, functions);
        layouts(btf, dump, first);
        definitions(btf, dump, first, List.of("--btf_base", vmlinux.toString(), split.toString()));
    }

    /** 6.1's are as they were built, 6.12's compressed. */
    private static ElfImage module(StockKernel kernel, String module) throws IOException {
        Path plain = kernel.modules().resolve("kernel/" + module + ".ko");
        if (Files.exists(plain)) {
            return ElfReader.read(plain).image().orElseThrow();
        }
        Path compressed = plain.resolveSibling(plain.getFileName() + ".xz");
        try (InputStream in = new XZInputStream(Files.newInputStream(compressed))) {
            return ElfReader.read(compressed, ElfBytes.of(in.readAllBytes())).image().orElseThrow();
        }
    }

    private static ElfBytes types(ElfImage image) {
        return image.section(".BTF").map(image::content).orElseThrow();
    }

    private static JsonArray dumped(Path file) throws IOException, InterruptedException {
        return dumped("file", file.toString());
    }

    private static JsonArray dumped(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("/usr/sbin/bpftool", "btf", "dump"));
        boolean hasBase = arguments[0].equals("-B");
        command.addAll(1, hasBase ? List.of(arguments[0], arguments[1]) : List.of());
        command.addAll(List.of(arguments).subList(hasBase ? 2 : 0, arguments.length));
        command.add("-j");
        return JsonParser.parseString(run(command.toArray(String[]::new))).getAsJsonObject().getAsJsonArray("types");
    }

    /** By tokens: pfunct puts blanks elsewhere. Of a name that several functions have, BTF does not say which it means. */
    private static void prototypes(Btf btf, Path file, Set<String> functions) throws IOException, InterruptedException {
        Map<String, Set<List<String>>> byName = new TreeMap<>();
        for (String line : run("pfunct", "-F", "btf", "-P", file.toString()).split("\n")) {
            String declaration = line.endsWith(";") ? line.substring(0, line.length() - 1) : line;
            List<String> tokens = tokens(declaration.startsWith("inline ") ? declaration.substring(7) : declaration);
            name(tokens).ifPresent(name -> byName.computeIfAbsent(name, _ -> new HashSet<>()).add(tokens));
        }
        byName.values().removeIf(tokens -> tokens.size() > 1);
        byName.keySet().retainAll(functions);
        assertTrue(byName.size() * 2 > functions.size(), "not enough is compared");
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

    private static void layouts(Btf btf, Dump dump, int first) {
        Map<String, JsonObject> records = dump.records(first);
        for (String name : sample(records.keySet())) {
            List<StructLayout.Member> members = new ArrayList<>();
            JsonObject record = records.getOrDefault(name, new JsonObject());
            dump.addMembers(record, 0, members);
            assertEquals(new StructLayout(name, record.get("size").getAsLong(), members),
                    btf.layout(name).orElseThrow(), name);
        }
    }

    /** Member for member: declaration, place and size, as pahole prints them. */
    private static void definitions(Btf btf, Dump dump, int first, List<String> files)
            throws IOException, InterruptedException {
        List<String> names = sample(dump.records(first).keySet()).stream().limit(DEFINITIONS).toList();
        List<String> command = new ArrayList<>(List.of("pahole", "-F", "btf", "-C", String.join(",", names)));
        command.addAll(files);
        List<String> expected = members(run(command.toArray(String[]::new)));
        List<String> found = names.stream().flatMap(name -> members(btf.definition(name).orElseThrow()).stream())
                .toList();
        assertTrue(expected.size() > names.size(), "nothing is compared");
        assertEquals(List.of(), expected.stream().filter(line -> !found.contains(line)).toList(), "missing");
        List<String> more = new ArrayList<>(found);
        expected.forEach(more::remove);
        assertEquals(List.of(), more, "told by us only");
        assertEquals(expected.size(), found.size());
    }

    /** Lines with an end of a declaration and a place, in one form; pointers to functions are compared as prototypes are. */
    private static List<String> members(String text) {
        // pahole guesses at alignments from gaps, and at [0] for []: BTF does not tell.
        return MEMBER
                .matcher(text.replaceAll(" *__attribute__\\(\\(__\\w+__(\\(\\d+\\))?\\)\\)", "").replace("[0]", "[]"))
                .results().map(m -> String.join(" ", tokens(m.group(1))) + " @ " + m.group(2) + " "
                        + Optional.ofNullable(m.group(3)).orElse("").replace(" ", "") + " " + m.group(4))
                .toList();
    }

    /** What bpftool printed: ids are places in the list, from 1. */
    private record Dump(JsonArray types) {
        static final String NO_NAME = "(anon)";

        static boolean isRecord(JsonObject type) {
            String kind = type.get("kind").getAsString();
            return kind.equals("STRUCT") || kind.equals("UNION");
        }

        /** The names of structs and unions from an id on, but those that several have. */
        Map<String, JsonObject> records(int first) {
            Map<String, JsonObject> records = new HashMap<>();
            Set<String> several = new HashSet<>();
            for (int i = 0; i < types.size(); i++) {
                JsonObject object = types.get(i).getAsJsonObject();
                String name = object.get("name").getAsString();
                if (isRecord(object) && !name.equals(NO_NAME)
                        && (records.put(name, object) != null || i + 1 < first)) {
                    several.add(name);
                }
            }
            records.keySet().removeAll(several);
            return records;
        }

        Set<String> functions(int first) {
            Set<String> functions = new HashSet<>();
            for (int i = first - 1; i < types.size(); i++) {
                JsonObject object = types.get(i).getAsJsonObject();
                if (object.get("kind").getAsString().equals("FUNC")) {
                    functions.add(object.get("name").getAsString());
                }
            }
            return functions;
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
                JsonObject unnamed = withoutNames(type(member));
                if (!hasName && isRecord(unnamed)) {
                    addMembers(unnamed, bits, members);
                }
            }
        }

        /** As of vm_fault, whose first member is a {@code const struct} without a name. */
        private JsonObject withoutNames(JsonObject type) {
            return switch (type.get("kind").getAsString()) {
                case "TYPEDEF", "CONST", "VOLATILE", "RESTRICT", "TYPE_TAG" ->
                    type.get("type_id").getAsInt() == 0 ? type : withoutNames(type(type));
                default -> type;
            };
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
        return shuffled.subList(0, Math.min(shuffled.size(), Integer.getInteger(WIDENED, SAMPLE)));
    }

    private static String run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), command[0]);
        return output;
    }
}
