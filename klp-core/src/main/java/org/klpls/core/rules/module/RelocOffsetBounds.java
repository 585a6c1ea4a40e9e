package org.klpls.core.rules.module;

import java.util.Set;
import java.util.function.Consumer;
import org.klpls.core.loader.Consequence;
import org.klpls.core.loader.RelocationEvent;
import org.klpls.core.rule.Finding;
import org.klpls.core.rule.Need;
import org.klpls.core.rule.Rule;
import org.klpls.core.rule.RuleInfo;
import org.klpls.core.rule.Severity;

/** The kernel does not compare r_offset with the size of the section. */
public final class RelocOffsetBounds implements Rule<ModuleContext> {
    private static final RuleInfo INFO = new RuleInfo("reloc-offset-bounds", Severity.ERROR, Set.of(Need.MODULE),
            "a relocation lies outside its section");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(ModuleContext context, Consumer<Finding> sink) {
        context.events(RelocationEvent.OffsetOutsideSection.class).forEach(event -> sink.accept(ModuleContext.finding(
                INFO,
                event,
                "r_offset 0x" + Long.toHexString(event.offset()) + " lies past the end of " + event.target() + " (0x"
                        + Long.toHexString(event.size()) + "): the kernel does not check it and would write "
                        + event.width()
                        + " bytes over " + over(event.consequence()))));
    }

    private static String over(Consequence consequence) {
        return switch (consequence) {
            case Consequence.Refused _ -> "other data of the module; here it stumbles over what is there and refuses";
            case Consequence.Crashes _ -> "memory that is not the module's: it crashes or corrupts the kernel";
            case Consequence.GoesWrongLater _ -> "whatever follows the section in memory";
            case Consequence.GoesOn _ -> "nothing that matters";
        };
    }
}
