package org.klpls.core.rules.table;

import java.util.List;
import org.klpls.core.kernel.KernelSymbol;
import org.klpls.core.kernel.TargetKernel;

/** Turns of phrase that several rules' messages share. */
final class Words {
    private Words() {}

    static String quoted(String name) {
        return "'" + name + "'";
    }

    /** {@code 'a'}, {@code 'a' and 'b'}, {@code 'a', 'b' and 'c'}. */
    static String listed(List<String> names) {
        List<String> quoted = names.stream().map(Words::quoted).toList();
        int last = quoted.size() - 1;
        return last <= 0
                ? String.join("", quoted)
                : String.join(", ", quoted.subList(0, last)) + " and " + quoted.get(last);
    }

    /** {@code 1 symbol}, {@code 7 symbols}. */
    static String counted(long count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }

    /** What tells one of several namesakes from the others, e.g. {@code after task_statm}. */
    static String distinction(TargetKernel kernel, KernelSymbol symbol) {
        return kernel.codeBefore(symbol).map(n -> "after " + n.name()).orElse("the first symbol of all");
    }
}
