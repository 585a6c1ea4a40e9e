package org.klpls.c.pp;

import java.util.List;

/**
 * The warnings of gcc's preprocessor that flags make errors.
 *
 * @param directivesAreErrors {@code #warning} and {@code #pragma GCC warning}
 * @param undefinedAreErrors names in an #if that are no macros
 */
record WarningFlags(boolean directivesAreErrors, boolean undefinedAreErrors) {
    static WarningFlags of(List<String> arguments) {
        boolean all = last(arguments, "-Werror", "-Wno-error", false) && !arguments.contains("-w");
        boolean directives = last(arguments, "-Werror=cpp", "-Wno-error=cpp", all)
                && last(arguments, "-Wcpp", "-Wno-cpp", true);
        boolean warned = last(arguments, "-Wundef", "-Wno-undef", false);
        boolean undefined = last(arguments, "-Werror=undef", "-Wno-error=undef", warned && all);
        return new WarningFlags(directives, undefined && last(arguments, "-Wundef", "-Wno-undef", true));
    }

    /** Which of two came last; the usual where neither did. */
    private static boolean last(List<String> arguments, String on, String off, boolean usual) {
        int yes = arguments.lastIndexOf(on);
        int no = arguments.lastIndexOf(off);
        return yes == no ? usual : yes > no;
    }
}
