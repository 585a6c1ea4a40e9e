package org.klpls.c.pp;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Asks the installed gcc for its macros, attributes and built-ins, once for each compiler and set of flags; the answers are kept
 * in memory and in a cache folder. Where there is no such gcc, tables of gcc 12 to 15 for x86-64 kernels answer.
 *
 * <p>A workspace names compiler and flags, but does not choose what is run: see {@link GccCommand}.
 */
public final class GccFacts implements CompilerFacts {
    private static final Pattern VERSION = Pattern.compile("(?m)^#define __GNUC__ (\\d{1,3})$");
    private static final Pattern NAMED_VERSION = Pattern.compile("gcc-(\\d{1,3})(?!.*/)");
    private static final int TABLE_VERSION = 12;
    private static final int MOST_ANSWERS_IN_MEMORY = 256;

    private final FactsFolder folder;
    private final Map<List<String>, Answer> known = new ConcurrentHashMap<>();

    /** @param cacheFolder made when it is first needed */
    public GccFacts(Path cacheFolder) {
        this.folder = new FactsFolder(cacheFolder);
    }

    /** Keeps its answers in the user's own cache folder: {@code $XDG_CACHE_HOME/klpls}, else {@code ~/.cache/klpls}. */
    public static GccFacts inUserCache() {
        return new GccFacts(userCache().resolve("gcc"));
    }

    /** {@code $XDG_CACHE_HOME/klpls}, else {@code ~/.cache/klpls}. */
    static Path userCache() {
        String home = System.getProperty("user.home", "/");
        Path cache = Optional.ofNullable(System.getenv("XDG_CACHE_HOME")).filter(s -> s.startsWith("/")).map(Path::of)
                .orElse(Path.of(home, ".cache"));
        return cache.resolve("klpls");
    }

    @Override
    public Answer of(String compiler, List<String> flags) {
        Optional<Path> program = GccCommand.find(compiler);
        List<String> safe = GccCommand.flagsThatDefineMacros(flags);
        List<String> key = new ArrayList<>(safe);
        key.addFirst(program.map(Path::toString).orElse("table"));
        Answer answer = known.get(key);
        if (answer == null) {
            answer = ask(program, compiler, safe, key);
            if (known.size() < MOST_ANSWERS_IN_MEMORY) {
                known.put(key, answer);
            }
        }
        return answer;
    }

    private Answer ask(Optional<Path> program, String compiler, List<String> flags, List<String> key) {
        Optional<String> asked = program.flatMap(p -> answer(p, flags, key));
        if (asked.isEmpty()) {
            Matcher named = NAMED_VERSION.matcher(compiler);
            int version = named.find() ? Integer.parseInt(named.group(1)) : TABLE_VERSION;
            return new Answer(FeatureTable.macros(version), folders(version), FeatureTable.of(version));
        }
        Matcher matcher = VERSION.matcher(asked.get());
        int version = matcher.find() ? Integer.parseInt(matcher.group(1)) : TABLE_VERSION;
        return new Answer(FeatureQuestions.withoutAnswers(asked.get()), folders(version),
                FeatureQuestions.answers(asked.get(), version));
    }

    private Optional<String> answer(Path program, List<String> flags, List<String> key) {
        List<String> stamped = new ArrayList<>(key);
        try {
            stamped.add(Files.getLastModifiedTime(program) + " " + Files.size(program));
        } catch (IOException e) {
            return Optional.empty();
        }
        Optional<String> kept = folder.read(stamped);
        if (kept.isPresent()) {
            return kept;
        }
        Optional<String> answer = GccCommand.macros(program, flags, FeatureQuestions.text())
                .map(FeatureQuestions::sorted);
        answer.ifPresent(text -> folder.write(stamped, text));
        return answer;
    }

    /** gcc's own folder, then those of the system, as Debian's and most other gccs have them. */
    private static List<String> folders(int version) {
        return Stream
                .of("/usr/lib/gcc/x86_64-linux-gnu/" + version + "/include",
                        "/usr/lib/gcc/x86_64-redhat-linux/" + version + "/include", "/usr/local/include",
                        "/usr/include/x86_64-linux-gnu", "/usr/include")
                .filter(folder -> Files.isDirectory(Path.of(folder))).toList();
    }
}
