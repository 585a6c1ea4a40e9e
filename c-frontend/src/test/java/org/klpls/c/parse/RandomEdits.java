package org.klpls.c.parse;

import java.util.List;
import java.util.Random;

/** Makes a text into another one as somebody might who types, pastes, deletes and undoes. */
final class RandomEdits {
    private static final List<String> PIECES = List.of("x", " ", "\n", "\n\n", ";", "{", "}", "(", ")", ",", "\"", "'",
            "/*",
            "*/", "//", "\\\n", "#", "1", "*", "=", "[", "]", "T ", "__LINE__", "__COUNTER__", "UNIQUE", "HEADER(",
            "LATER",
            "int typed;\n", "typedef int U;\n", "typedef long Known;\n", "U u;\n", "if (1) ", "else ", "return ",
            "static ", "struct s { int a; };\n", "enum { A, B = 3 };\n", "##", "...", "é", "\t", "\r\n");
    private static final List<String> LINES = List.of("#define LATER later\n", "#undef LATER\n", "#define T long\n",
            "#undef T\n", "#define EMPTY\n", "#define CALL(a, b) a b\n", "#if 0\n", "#if 1\n", "#ifdef LATER\n",
            "#else\n", "#endif\n", "#include \"later.h\"\n", "#include \"missing.h\"\n", "#line 100\n",
            "#line 7 \"other.c\"\n", "#pragma pack(1)\n", "#pragma push_macro(\"T\")\n", "#pragma pop_macro(\"T\")\n",
            "#error wrong\n", "#warning careful\n", "#pragma once\n", "#pragma GCC poison LATER\n", "#assert a(b)\n",
            "#nonsense\n",
            "int DECLARED;\n", "_Pragma(\"pack()\")\n", "#define x y\n", "int f(int a) { return __LINE__; }\n",
            "T HEADER(g)(T T) { T = 1; return T; }\n", "CALL(int,\nw);\n", "#if __COUNTER__ % 2\n",
            "#define SELF SELF +\n");

    private final Random random;
    private final String original;
    private String last = "";

    RandomEdits(Random random, String original) {
        this.random = random;
        this.original = original;
    }

    /** What was done last, to be told. */
    String last() {
        return last;
    }

    String next(String text) {
        int kind = random.nextInt(22);
        if (kind == 0 || text.length() > original.length() * 2) {
            last = "all undone";
            return original;
        }
        String edited = once(text, kind);
        return random.nextInt(12) == 0 ? once(edited, 1 + random.nextInt(21)) : edited;
    }

    private String once(String text, int kind) {
        int at = random.nextInt(text.length() + 1);
        int line = text.lastIndexOf('\n', at - 1) + 1;
        if (kind < 5) {
            return replaced(text, at, at, PIECES.get(random.nextInt(PIECES.size())));
        } else if (kind < 8) {
            return replaced(text, line, line, LINES.get(random.nextInt(LINES.size())));
        } else if (kind < 13) {
            return replaced(text, at, Math.min(text.length(), at + 1 + random.nextInt(3)), "");
        } else if (kind < 15) {
            int end = text.indexOf('\n', at);
            return replaced(text, line, end < 0 ? text.length() : end + 1, "");
        } else if (kind < 17) {
            int end = text.indexOf('\n', at);
            return replaced(text, line, line, text.substring(line, end < 0 ? text.length() : end + 1));
        } else if (kind < 18) {
            return replaced(text, at, Math.min(text.length(), at + random.nextInt(400)), "");
        } else if (kind < 19) {
            int from = random.nextInt(original.length());
            return replaced(text, line, line, original.substring(from, Math.min(original.length(), from + 200)));
        }
        // back towards the original, so that a text does not stay broken
        int same = 0;
        while (same < Math.min(text.length(), original.length()) && text.charAt(same) == original.charAt(same)) {
            same++;
        }
        int left = Math.min(text.length(), original.length()) - same;
        int end = 0;
        while (end < left && text.charAt(text.length() - 1 - end) == original.charAt(original.length() - 1 - end)) {
            end++;
        }
        return replaced(text, same, text.length() - end, original.substring(same, original.length() - end));
    }

    private String replaced(String text, int start, int end, String by) {
        last = "at " + start + " '" + text.substring(start, end) + "' became '" + by + "'";
        return text.substring(0, start) + by + text.substring(end);
    }
}
