package org.klpls.c.pp;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.klpls.c.build.CompileCommand;
import org.klpls.c.build.ResponseFiles;

/**
 * What gcc's arguments say to its preprocessor. Folders and files are as written, relative to the command's folder.
 *
 * @param quoteFolders {@code -iquote}
 * @param folders {@code -I}
 * @param systemFolders {@code -isystem}
 * @param afterFolders {@code -idirafter}
 * @param standardFolders whether the compiler's own folders follow: no {@code -nostdinc}
 * @param defines {@code -D} and {@code -U} in their order, as the lines of C that they stand for
 * @param macroFiles {@code -imacros}
 * @param includes {@code -include}
 * @param prefixes {@code -fmacro-prefix-map} and {@code -ffile-prefix-map}, the last one first
 * @param refused what is wrong with the arguments, or asks for what is no C
 * @param rest the arguments that are none of these: they decide which macros the compiler defines
 */
record PreprocessorFlags(List<String> quoteFolders, List<String> folders, List<String> systemFolders,
        List<String> afterFolders, boolean standardFolders, List<String> defines, List<String> macroFiles,
        List<String> includes, List<Prefix> prefixes, Dialect dialect, LexerMode lexing, WarningFlags warnings,
        List<String> refused, List<String> rest) {

    /** Names that begin with {@code old} are shown with {@code now} in its place. */
    record Prefix(String old, String now) {}

    /** @param gccVersion the major version of the compiler, which chooses the C of a command that does not */
    static PreprocessorFlags of(CompileCommand command, int gccVersion) {
        ResponseFiles.Expanded expanded = ResponseFiles.expand(command.arguments(), command.directory());
        Parser parser = new Parser(expanded.arguments());
        expanded.missing().forEach(file -> parser.refused.add("'" + file + "', which holds flags, cannot be read"));
        return parser.parse(gccVersion);
    }

    /** The arguments that decide which macros the compiler defines. */
    static List<String> rest(CompileCommand command) {
        return of(command, Dialect.GNU.gccVersion()).rest;
    }

    /** A file's name as {@code __FILE__} shows it. */
    String shown(String name) {
        for (Prefix prefix : prefixes) {
            if (name.startsWith(prefix.old)) {
                return prefix.now + name.substring(prefix.old.length());
            }
        }
        return name;
    }

    private static final class Parser {
        private final List<String> arguments;
        private int at;
        private final List<String> quote = new ArrayList<>();
        private final List<String> plain = new ArrayList<>();
        private final List<String> system = new ArrayList<>();
        private final List<String> after = new ArrayList<>();
        private boolean standard = true;
        private final List<String> defines = new ArrayList<>();
        private final List<String> imacros = new ArrayList<>();
        private final List<String> includes = new ArrayList<>();
        private final List<Prefix> prefixes = new ArrayList<>();
        private final List<String> refused = new ArrayList<>();
        private final List<String> rest = new ArrayList<>();

        Parser(List<String> arguments) {
            this.arguments = arguments.stream().flatMap(Parser::forPreprocessor).toList();
        }

        /** {@code -Wp,A,B} is A and B. */
        private static Stream<String> forPreprocessor(String argument) {
            return argument.startsWith("-Wp,")
                    ? Arrays.stream(argument.substring("-Wp,".length()).split(","))
                    : argument.equals("-Xpreprocessor") ? Stream.empty() : Stream.of(argument);
        }

        PreprocessorFlags parse(int gccVersion) {
            Dialect dialect = Dialect.of(arguments, gccVersion);
            while (at < arguments.size()) {
                String argument = arguments.get(at++);
                if (!option(argument)) {
                    rest.add(argument);
                }
            }
            return new PreprocessorFlags(quote, plain, system, after, standard, defines, imacros, includes,
                    prefixes.reversed(), dialect, LexerMode.of(arguments, dialect), WarningFlags.of(arguments),
                    refused, rest);
        }

        private boolean option(String argument) {
            if (argument.startsWith("-traditional")) {
                refused.add("'" + argument + "' asks for C before the first standard, which klpls does not read");
                return true;
            }
            if (argument.startsWith("-x")) {
                String language = argument.length() > 2 ? argument.substring(2) : following();
                if (!language.equals("c") && !language.equals("none") && !language.equals("c-header")) {
                    refused.add("'-x " + language + "': klpls reads C and nothing else");
                }
                return true;
            }
            if (argument.equals("-nostdinc")) {
                standard = false;
                return true;
            }
            return joined(argument, "-iquote", quote) || joined(argument, "-isystem", system)
                    || joined(argument, "-idirafter", after) || joined(argument, "-include", includes)
                    || joined(argument, "-imacros", imacros) || joined(argument, "-I", plain) || macro(argument)
                    || prefix(argument, "-fmacro-prefix-map=") || prefix(argument, "-ffile-prefix-map=");
        }

        private boolean joined(String argument, String name, List<String> values) {
            if (!argument.startsWith(name)) {
                return false;
            }
            String value = argument.length() > name.length() ? argument.substring(name.length()) : following();
            if (!value.isEmpty()) {
                values.add(value);
            }
            return true;
        }

        private String following() {
            return at < arguments.size() ? arguments.get(at++) : "";
        }

        private boolean macro(String argument) {
            boolean undefine = argument.startsWith("-U");
            if (!undefine && !argument.startsWith("-D")) {
                return false;
            }
            String value = argument.length() > 2 ? argument.substring(2) : following();
            int equals = value.indexOf('=');
            if (undefine) {
                defines.add("#undef " + value);
            } else if (equals < 0) {
                defines.add("#define " + value + " 1");
            } else {
                defines.add("#define " + value.substring(0, equals) + " " + firstLine(value.substring(equals + 1)));
            }
            return true;
        }

        private static String firstLine(String value) {
            int newline = value.indexOf('\n');
            return newline < 0 ? value : value.substring(0, newline);
        }

        private boolean prefix(String argument, String name) {
            if (!argument.startsWith(name)) {
                return false;
            }
            String map = argument.substring(name.length());
            int equals = map.indexOf('=');
            if (equals >= 0) {
                prefixes.add(new Prefix(map.substring(0, equals), map.substring(equals + 1)));
            }
            return true;
        }
    }
}
