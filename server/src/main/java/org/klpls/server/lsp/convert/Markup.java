package org.klpls.server.lsp.convert;

import java.util.List;
import java.util.stream.Collectors;

/** The two kinds of text that a client shows: as few words of either as a hover needs. */
enum Markup {
    PLAIN {
        @Override
        String text(String text) {
            return text;
        }

        @Override
        String code(String code) {
            return code;
        }

        @Override
        String strong(String text) {
            return text;
        }
    },
    MARKDOWN {
        @Override
        String text(String text) {
            return text.replaceAll("([\\\\`*_{}\\[\\]<>])", "\\\\$1");
        }

        @Override
        String code(String code) {
            // A name from a source may hold anything: more backticks around it than in it.
            String fence = "`".repeat(longestRun(code) + 1);
            return fence + (fence.length() > 1 ? " " + code + " " : code) + fence;
        }

        @Override
        String strong(String text) {
            return "**" + text(text) + "**";
        }
    };

    abstract String text(String text);

    abstract String code(String code);

    abstract String strong(String text);

    String codes(List<String> names) {
        return names.stream().map(this::code).collect(Collectors.joining(", "));
    }

    private static int longestRun(String code) {
        int longest = 0;
        int run = 0;
        for (int i = 0; i < code.length(); i++) {
            run = code.charAt(i) == '`' ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        return longest;
    }
}
