package org.klpls.core.rules.module;

import java.util.Set;
import java.util.function.Consumer;
import org.klpls.core.loader.RelocationEvent;
import org.klpls.core.rule.Finding;
import org.klpls.core.rule.Need;
import org.klpls.core.rule.Rule;
import org.klpls.core.rule.RuleInfo;
import org.klpls.core.rule.Severity;

/** The loader knows seven types. */
public final class RelocUnknownType implements Rule<ModuleContext> {
    private static final RuleInfo INFO = new RuleInfo("reloc-unknown-type", Severity.ERROR, Set.of(Need.MODULE),
            "a relocation is of a type that the kernel does not know");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(ModuleContext context, Consumer<Finding> sink) {
        context.events(RelocationEvent.UnknownType.class)
                .forEach(event -> sink.accept(ModuleContext.finding(INFO, event,
                        "relocation type " + named(event.type())
                                + " is none of the seven that the kernel knows (NONE, 64, 32, 32S,"
                                + " PC32, PLT32, PC64). " + remedy(event.type()))));
    }

    private static String named(long type) {
        return switch ((int) type) {
            case 9 -> "9 (R_X86_64_GOTPCREL)";
            case 12 -> "12 (R_X86_64_16)";
            case 14 -> "14 (R_X86_64_8)";
            case 41 -> "41 (R_X86_64_GOTPCRELX)";
            case 42 -> "42 (R_X86_64_REX_GOTPCRELX)";
            default -> Long.toString(type);
        };
    }

    private static String remedy(long type) {
        return switch ((int) type) {
            case 9, 41, 42 -> "Compile without -fPIC, with -mcmodel=kernel as Kbuild does";
            default -> "Build the module with Kbuild, and look at what changed it afterwards";
        };
    }
}
