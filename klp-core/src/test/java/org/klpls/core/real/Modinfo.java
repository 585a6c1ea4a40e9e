package org.klpls.core.real;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.klpls.core.elf.ElfDraft;

/** The .modinfo section of a draft: "key=value" strings, each with a 0 after it. */
public final class Modinfo {
    public static final String SECTION = ".modinfo";

    private Modinfo() {}

    public static void remove(ElfDraft draft, String key) {
        write(draft, others(draft, key));
    }

    /** Replaces the value; the entry moves to the end. */
    public static void set(ElfDraft draft, String key, String value) {
        write(draft, Stream.concat(others(draft, key), Stream.of(key + "=" + value)));
    }

    /** Adds an entry behind the others. */
    public static void add(ElfDraft draft, String key, String value) {
        write(draft, Stream.concat(entries(draft), Stream.of(key + "=" + value)));
    }

    public static String value(ElfDraft draft, String key) {
        return entries(draft).filter(entry -> entry.startsWith(key + "="))
                .findFirst()
                .orElseThrow()
                .substring(key.length() + 1);
    }

    private static Stream<String> others(ElfDraft draft, String key) {
        return entries(draft).filter(entry -> !entry.startsWith(key + "="));
    }

    private static Stream<String> entries(ElfDraft draft) {
        String all = new String(draft.section(SECTION).data, StandardCharsets.ISO_8859_1);
        return Arrays.stream(all.split("\0")).filter(entry -> !entry.isEmpty());
    }

    private static void write(ElfDraft draft, Stream<String> entries) {
        draft.section(SECTION).data(entries.map(entry -> entry + "\0")
                .collect(Collectors.joining())
                .getBytes(StandardCharsets.ISO_8859_1));
    }
}
