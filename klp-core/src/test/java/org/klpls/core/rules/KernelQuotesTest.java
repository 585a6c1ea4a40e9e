package org.klpls.core.rules;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.klpls.c.testing.NeedsRealThings;
import org.klpls.c.testing.RealThing;
import org.klpls.c.testing.RealThings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What a rule's page says that the kernel prints, the kernel's source has: with names and numbers filled in. */
@NeedsRealThings({RealThing.SOURCE, RealThing.SOURCE_6_12})
class KernelQuotesTest {
    private static final Path PAGES = Path.of("../docs/rules");
    private static final List<String> SOURCES = List.of("kernel/livepatch", "kernel/module", "kernel/trace/ftrace.c",
            "kernel/module_signature.c", "kernel/panic.c", "arch/x86/kernel/module.c", "arch/x86/kernel/cpu/bugs.c",
            "arch/x86/mm/fault.c", "crypto/asymmetric_keys", "fs/sysfs",
            "include/linux/moduleloader.h", "lib/kobject.c", "mm/percpu.c");
    private static final String STRING = "\"([^\"\\\\\\n]*+(?:\\\\.[^\"\\\\\\n]*+)*+)\"";
    private static final Pattern LITERAL = Pattern.compile(STRING);
    private static final Pattern LITERALS = Pattern.compile("(?:" + STRING + "\\s*+)++");
    private static final Pattern FORMAT = Pattern.compile("%[-#0-9.*]*(?:ll|l|h|z|L)?(?:p[a-zA-Z]?|[a-zA-Z])");
    /** Shorter texts would fit anything. */
    private static final int SHORTEST = 8;
    private static final Pattern QUOTED = Pattern.compile("```\\w*\\n(.*?)```", Pattern.DOTALL);

    /** Printed by code that a tool puts into each livepatch. Source: dynup/kpatch kmod/patch/livepatch-patch-hook.c. */
    private static final Set<String> OF_TOOLS = Set.of("extra pre-patch callback for object: vmlinux");

    @Test
    void whatAPageQuotesTheKernelPrints() throws IOException {
        List<Pattern> messages = new ArrayList<>(messages(RealThings.source()));
        messages.addAll(messages(RealThings.source612()));
        Set<String> unknown = new TreeSet<>();
        int quotes = 0;
        for (Path page : pages()) {
            for (String line : quotes(page)) {
                quotes++;
                if (!OF_TOOLS.contains(line) && messages.stream().noneMatch(m -> m.matcher(line).find())) {
                    unknown.add(page.getFileName() + ": " + line);
                }
            }
        }
        assertEquals(Set.of(), unknown);
        assertTrue(quotes > 50, "few quotes: " + quotes);
    }

    private static List<Path> pages() throws IOException {
        try (Stream<Path> files = Files.list(PAGES)) {
            return files.sorted().toList();
        }
    }

    private static List<String> quotes(Path page) throws IOException {
        String text = Files.readString(page);
        int from = text.indexOf("## What the kernel says");
        int to = text.indexOf("\n## ", from);
        return from < 0 || to < 0
                ? List.of()
                : QUOTED.matcher(text.substring(from, to)).results().flatMap(m -> m.group(1).lines())
                        .filter(line -> !line.isBlank()).map(String::strip).toList();
    }

    private static List<Pattern> messages(Path source) throws IOException {
        List<Pattern> messages = new ArrayList<>();
        for (String name : SOURCES) {
            try (Stream<Path> files = Files.walk(source.resolve(name))) {
                for (Path file : files.filter(f -> f.toString().matches(".*\\.[ch]")).toList()) {
                    String text = Files.readString(file, StandardCharsets.ISO_8859_1);
                    LITERALS.matcher(text).results().forEach(m -> messages.addAll(patterns(m.group())));
                }
            }
        }
        return messages;
    }

    /** Adjacent literals as the lines that they print. */
    private static List<Pattern> patterns(String literals) {
        String format = LITERAL.matcher(literals).results().map(m -> m.group(1)).collect(Collectors.joining());
        return Stream.of(format.replace("\\\"", "\"").split("\\\\n")).map(String::strip)
                .filter(line -> FORMAT.matcher(line).replaceAll("").length() >= SHORTEST)
                .map(line -> Pattern.compile(filledIn(line) + "$")).toList();
    }

    private static String filledIn(String format) {
        StringBuilder text = new StringBuilder();
        Matcher matcher = FORMAT.matcher(format);
        int at = 0;
        while (matcher.find()) {
            text.append(Pattern.quote(format.substring(at, matcher.start()))).append(".*");
            at = matcher.end();
        }
        return text.append(Pattern.quote(format.substring(at))).toString();
    }
}
