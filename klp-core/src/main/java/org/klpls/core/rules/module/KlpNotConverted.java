package org.klpls.core.rules.module;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.klpls.core.elf.ElfSymbol;
import org.klpls.core.elf.SectionHeader;
import org.klpls.core.elf.SymIndex;
import org.klpls.core.elf.SymbolTable;
import org.klpls.core.loader.SymbolEvent;
import org.klpls.core.model.ElfPlace;
import org.klpls.core.model.Place;
import org.klpls.core.rule.Finding;
import org.klpls.core.rule.Need;
import org.klpls.core.rule.Rule;
import org.klpls.core.rule.RuleInfo;
import org.klpls.core.rule.Severity;

/** What klp-convert reads; the kernel knows no such names. */
public final class KlpNotConverted implements Rule<ModuleContext> {
    private static final RuleInfo INFO = new RuleInfo("klp-not-converted", Severity.ERROR, Set.of(Need.MODULE),
            "symbols or relocations wait to be converted into those of livepatch");
    /** What a tool's last step takes out of the module. Source: dynup/kpatch create-klp-module.c; tools/objtool, v6.19. */
    private static final Map<String, String> INTERMEDIATE = Map.of(
            ".kpatch.relocations", "create-klp-module",
            ".kpatch.symbols", "create-klp-module",
            ".klp.relocs", "objtool klp post-link",
            "__klp_relocs", "objtool klp post-link");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(ModuleContext context, Consumer<Finding> sink) {
        context.reached(SymbolEvent.Unknown.class).filter(event -> isMarker(event.symbol()))
                .forEach(event -> sink.accept(ModuleContext.finding(INFO, event, "'" + event.symbol()
                        + "' is a name for klp-convert, and was never converted: the kernel takes it for an ordinary symbol, and refuses the module. Run klp-convert on it after the link")));
        SymbolTable symbols = context.module().image().symbols();
        LongStream.range(0, symbols.count()).mapToObj(SymIndex::new)
                .filter(i -> symbols.shndx(i) != ElfSymbol.SHN_UNDEF && isMarker(symbols.name(i)))
                .forEach(i -> sink.accept(Finding.at(
                        new Place.InModule(ElfPlace.of(context.module().path(), ".symtab", i.value() * ElfSymbol.SIZE)),
                        INFO,
                        "'" + symbols.name(i)
                                + "' is a name for klp-convert, and is defined here: klp-convert resolves what is"
                                + " undefined only, and the kernel takes the module's own for what was meant to be the kernel's."
                                + " Declare it, and do not define it")));
        for (SectionHeader section : context.module().image().sections()) {
            tool(section.name()).filter(_ -> section.size() > 0)
                    .ifPresent(tool -> sink.accept(Finding.at(
                            new Place.InModule(ElfPlace.of(context.module().path(), section.name(), 0)), INFO,
                            "the section " + section.name() + " is what " + tool
                                    + " makes livepatch relocations of, and it"
                                    + " never did: what they should fill in stays zero, and the code crashes where it is used."
                                    + " Run it as the last step of the build")));
        }
    }

    /** The tool that reads a section; that of later objtools is followed by an object's name. */
    private static Optional<String> tool(String section) {
        return INTERMEDIATE.entrySet().stream()
                .filter(known -> section.equals(known.getKey()) || section.startsWith(known.getKey() + "."))
                .map(Map.Entry::getValue).findFirst();
    }

    /** Source: SUSE's klp-convert, {@code .klp.sym.rela.LIVEPATCHED.OBJECT.SYMBOL,SYMPOS}. */
    static boolean isMarker(String symbol) {
        return symbol.startsWith(".klp.sym.rela.");
    }
}
