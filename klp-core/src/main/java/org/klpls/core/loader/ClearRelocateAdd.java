package org.klpls.core.loader;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.klpls.core.elf.ElfImage;
import org.klpls.core.elf.Rela;
import org.klpls.core.elf.SectionHeader;
import org.klpls.core.module.KlpRelocationSection;
import org.klpls.core.reloc.Relocation;
import org.klpls.core.reloc.RelocationType;

/**
 * Zeroes what the livepatch relocations for a module have written, when that module goes. At the first entry that cannot be
 * cleared the kernel stops with its section, says so, and goes on with the next section: nobody looks at the error.
 * Source: kernel/livepatch/core.c klp_clear_object_relocs(), arch/x86/kernel/module.c clear_relocate_add(), v6.3.
 */
final class ClearRelocateAdd {
    private final RelocationContext context;
    private final ElfImage image;
    private final String module;
    private final List<String> messages = new ArrayList<>();

    ClearRelocateAdd(Loading loading, RelocationContext context) {
        this.context = context;
        this.image = loading.image();
        this.module = loading.name();
    }

    /** What the kernel logs while it clears all sections for this object. */
    List<String> run(String object) {
        for (SectionHeader section : image.sections()) {
            if (section.has(SectionHeader.SHF_RELA_LIVEPATCH)
                    && KlpRelocationSection.scannedName(section).filter(object::equals).isPresent()) {
                image.section(section.info()).flatMap(target -> context.layout().address(target.index()))
                        .ifPresent(base -> clear(section, base));
            }
        }
        return messages;
    }

    private void clear(SectionHeader section, long base) {
        for (Rela rela : (Iterable<Rela>) image.relocations(section).relas()::iterator) {
            Optional<RelocationType> type = RelocationType.of(rela.type());
            OptionalLong symbol = image.symbols().has(rela.symbol())
                    ? context.values().get(rela.symbol())
                    : OptionalLong.empty();
            if (type.isEmpty() || symbol.isEmpty() || !cleared(type.get(), base + rela.offset(),
                    symbol.getAsLong() + rela.addend())) {
                return;
            }
        }
    }

    private boolean cleared(RelocationType type, long place, long symbolPlusAddend) {
        return switch (Relocation.clear(context.memory(), type, place, symbolPlusAddend)) {
            case Relocation.Applied _,Relocation.Truncated _ -> true;
            case Relocation.TargetDiffers(long value) -> {
                messages.add(
                        String.format("module: x86/modules: Invalid relocation target, existing value does not match"
                                + " expected value for type %d, loc %016x, val %x", type.number(), place, value));
                yield false;
            }
            case Relocation.Overflows(long value) -> {
                messages.add(String.format("module: overflow in relocation type %d val %x", type.number(), value));
                messages.add("module: `" + module + "' likely not compiled with -mcmodel=kernel");
                yield false;
            }
            case Relocation.TargetNonzero _,Relocation.OutsideMemory _ -> false;
        };
    }
}
