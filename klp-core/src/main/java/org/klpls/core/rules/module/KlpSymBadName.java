package org.klpls.core.rules.module;

import java.util.Set;
import java.util.function.Consumer;
import org.klpls.core.loader.RelocationEvent;
import org.klpls.core.module.KlpNames;
import org.klpls.core.rule.Finding;
import org.klpls.core.rule.Need;
import org.klpls.core.rule.Rule;
import org.klpls.core.rule.RuleInfo;
import org.klpls.core.rule.Severity;

/** A name that the kernel cannot take apart names nothing. */
public final class KlpSymBadName implements Rule<ModuleContext> {
    private static final RuleInfo INFO = new RuleInfo("klp-sym-bad-name", Severity.ERROR, Set.of(Need.MODULE),
            "a livepatch symbol is not named .klp.sym.OBJECT.SYMBOL,SYMPOS");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(ModuleContext context, Consumer<Finding> sink) {
        context.events(RelocationEvent.SymbolBadName.class)
                .forEach(event -> sink.accept(ModuleContext.finding(INFO, event,
                        "the livepatch symbol '" + event.symbol() + "' is not named .klp.sym.OBJECT.SYMBOL,SYMPOS: "
                                + whatIsWrong(event.symbol()) + ". The kernel refuses the module")));
    }

    /** The first thing at which the kernel's scan stops. */
    private static String whatIsWrong(String name) {
        if (!name.startsWith(KlpNames.SYMBOL_PREFIX)) {
            return "it does not begin with " + KlpNames.SYMBOL_PREFIX;
        }
        String rest = name.substring(KlpNames.SYMBOL_PREFIX.length());
        int dot = rest.indexOf('.');
        if (dot <= 0) {
            return "it has no object name";
        }
        if (dot > KlpNames.LONGEST_OBJECT_NAME) {
            return "an object name has at most " + KlpNames.LONGEST_OBJECT_NAME + " bytes";
        }
        int comma = rest.indexOf(',', dot);
        if (comma == dot + 1) {
            return "it has no symbol name";
        }
        if (comma < 0) {
            return "it has no sympos; ,0 says that the symbol is unique";
        }
        return Character.isDigit(rest.substring(comma + 1).strip().codePoints().findFirst().orElse(' '))
                ? "the symbol name is too long for this kernel"
                : "its sympos is not a number";
    }
}
