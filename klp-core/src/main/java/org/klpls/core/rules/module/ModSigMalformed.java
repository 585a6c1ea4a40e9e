package org.klpls.core.rules.module;

import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.klpls.core.loader.ElfEvent;
import org.klpls.core.rule.Finding;
import org.klpls.core.rule.Need;
import org.klpls.core.rule.Rule;
import org.klpls.core.rule.RuleInfo;
import org.klpls.core.rule.Severity;

/** Refused also where signatures are not asked for. Source: kernel/module/signing.c mod_verify_sig(), v6.1. */
public final class ModSigMalformed implements Rule<ModuleContext> {
    private static final RuleInfo INFO = new RuleInfo("mod-sig-malformed", Severity.ERROR, Set.of(Need.MODULE),
            "the appended signature cannot be read");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(ModuleContext context, Consumer<Finding> sink) {
        context.reached(ElfEvent.SignatureNotPkcs7.class).forEach(event -> sink.accept(ModuleContext.finding(INFO,
                event,
                "the signature at the end of the file is of a kind that the kernel does not know: it takes the module for"
                        + " unsigned. Sign it with the kernel's scripts/sign-file")
                .severity(Severity.WARNING)));
        Stream.<Class<? extends ElfEvent>>of(ElfEvent.SignatureMalformed.class, ElfEvent.SignatureParameters.class,
                ElfEvent.SignatureOfOtherContent.class).flatMap(context::reached)
                .forEach(event -> sink.accept(ModuleContext.finding(INFO, event,
                        "the file ends as a signed module does,"
                                + " and its signature cannot be read: the kernel refuses it, also where it asks for no signature. Sign"
                                + " it again, as the last step of the build")));
    }
}
