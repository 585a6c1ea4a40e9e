package org.klpls.c.build;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A whole gcc command, cut down to what a {@link CompileCommand} keeps. */
final class GccArguments {
    private static final Set<String> WITH_VALUE = Set.of("-o", "-MF", "-MT", "-MQ");
    private static final Set<String> ALONE = Set.of("-c", "-S", "-E", "-MD", "-MMD", "-MP", "-M", "-MM", "-pipe");
    private static final Set<String> OPTIONS_WITH_VALUE = Set.of("-include", "-imacros", "-isystem", "-iquote",
            "-idirafter", "-I", "-D", "-U", "-x", "--param", "-Xassembler", "-Xpreprocessor", "-T");

    private GccArguments() {}

    /** Empty if the words are no compiler's command. */
    static Optional<CompileCommand> of(List<String> words, Path directory, String origin) {
        int first = compiler(words);
        if (first < 0) {
            return Optional.empty();
        }
        List<String> kept = kept(words.subList(first + 1, words.size()));
        return Optional.of(new CompileCommand(directory, words.get(first), kept, origin));
    }

    /** Index of the compiler: behind ccache and variables, before the first option. */
    private static int compiler(List<String> words) {
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (word.startsWith("-")) {
                return -1;
            }
            boolean wrapper = word.equals("ccache") || word.endsWith("/ccache") || word.equals("distcc");
            if (!wrapper && !word.contains("=")) {
                return i;
            }
        }
        return -1;
    }

    /** Arguments less the file, the output and dependency files. */
    static List<String> kept(List<String> arguments) {
        List<String> kept = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            if (WITH_VALUE.contains(argument)) {
                i++;
            } else if (OPTIONS_WITH_VALUE.contains(argument) && i + 1 < arguments.size()) {
                kept.add(argument);
                kept.add(arguments.get(++i));
            } else if ((argument.startsWith("-") || argument.startsWith("@")) && !ALONE.contains(argument)
                    && !argument.startsWith("-Wp,-M")) {
                kept.add(argument);
            }
        }
        return kept;
    }
}
