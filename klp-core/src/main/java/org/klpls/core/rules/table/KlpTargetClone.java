package org.klpls.core.rules.table;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.klpls.core.kernel.SymbolLookup;
import org.klpls.core.kernel.TargetKernel;
import org.klpls.core.model.ObjectName;
import org.klpls.core.rule.Finding;
import org.klpls.core.rule.Need;
import org.klpls.core.rule.Rule;
import org.klpls.core.rule.RuleInfo;
import org.klpls.core.rule.Severity;

/** gcc made copies of the function for some of its callers; each is a function of its own to the kernel. */
public final class KlpTargetClone implements Rule<TableContext> {
    private static final RuleInfo INFO = new RuleInfo("klp-target-optimized-clone", Severity.WARNING,
            Set.of(Need.KERNEL_SYMBOLS),
            "callers of another copy of the function keep the old code");
    /** Copies with an entry of their own; .cold parts have none. */
    private static final Pattern COPY = Pattern.compile("(\\.(isra|constprop|part)\\.\\d+)+");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(TableContext context, Consumer<Finding> sink) {
        TargetKernel kernel = context.knownKernel();
        Set<String> patched = context.targets().stream().map(t -> t.object().objectName().text() + ":" + t.name())
                .collect(Collectors.toSet());
        for (Target target : context.targets()) {
            if (target.lookup(kernel) instanceof SymbolLookup.Found && !target.name().contains(".cold")) {
                ObjectName object = target.object().objectName();
                List<String> others = kernel.namesBeginningWith(object, base(target.name())).stream()
                        .filter(name -> isCopy(base(target.name()), name) && !name.equals(target.name()))
                        .filter(name -> !patched.contains(object.text() + ":" + name)).toList();
                if (!others.isEmpty()) {
                    sink.accept(Finding.at(target.oldName().place(), INFO, "gcc made other copies of this function, "
                            + Words.listed(others)
                            + ": those who call them keep the old code. Patch these too, each with"
                            + " a function of its parameters"));
                }
            }
        }
    }

    private static String base(String name) {
        int dot = name.indexOf('.');
        return dot < 0 ? name : name.substring(0, dot);
    }

    private static boolean isCopy(String base, String name) {
        return name.equals(base)
                || name.startsWith(base + ".") && COPY.matcher(name.substring(base.length())).matches();
    }
}
