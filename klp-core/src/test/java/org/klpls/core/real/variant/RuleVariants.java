package org.klpls.core.real.variant;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.klpls.core.elf.ElfDraft;
import org.klpls.core.elf.SectionHeader;
import org.klpls.core.real.Modinfo;
import org.klpls.core.real.variant.Variant.Effect;

/** Livepatches that show rules which no other variant shows. */
final class RuleVariants {
    /** Of resources/variants/sources.txt. */
    static final Set<String> SOURCES = Set.of("c_uses_a_name_space", "c_empty_schedule",
            "c_func_by_two_names_of_its_code", "c_init_has_a_work_item_enable_it");

    /** 6.1 takes the first of the two; later kernels refuse it. */
    static final Variant TWO_MODINFO = Variant.of("two_sections_of_modinfo", Bases.KLP,
            draft -> draft.section(".modinfo", SectionHeader.SHT_PROGBITS, SectionHeader.SHF_ALLOC)
                    .data("author=nobody\0".getBytes(StandardCharsets.US_ASCII)));

    private RuleVariants() {}

    static Stream<Variant> all() {
        return Stream.concat(
                SourceVariants.all().filter(variant -> SOURCES.contains(variant.name())),
                Stream.of(TWO_MODINFO, importing(), Variant.of("livepatch_without_importing_the_name_space",
                        "c_uses_a_name_space", draft -> {
                            withoutCrcs(draft);
                            Modinfo.remove(draft, "import_ns");
                        }).after(Bases.TARGET),
                        Variant.of("livepatch_uses_a_module_and_is_proprietary", "c_uses_another_module",
                                draft -> Modinfo.set(draft, "license", "Proprietary")).after(Bases.TARGET),
                        late(".return_sites"), late(".altinstructions"), late("__jump_table")));
    }

    private static Variant importing() {
        return new Variant("livepatch_importing_a_name_space", "c_uses_a_name_space", RuleVariants::withoutCrcs,
                bytes -> bytes, List.of(Bases.TARGET), Bases.PLAIN, Effect.AS_BASE);
    }

    /** modpost knows no CRC of what another build exports; the kernel goes on where a module has none at all. */
    private static void withoutCrcs(ElfDraft draft) {
        draft.section("__versions").name = "__wersions";
    }

    /** Relocated when klp_target comes, which is after the kernel has worked the section off. */
    private static Variant late(String section) {
        return Variant.of("special_" + section.replaceAll("\\W+", "") + "_late", Bases.RICH, draft -> {
            ElfDraft.Section relas = draft.section(".rela" + section);
            relas.name = ".klp.rela.klp_target." + section;
            relas.flags |= SectionHeader.SHF_ALLOC | SectionHeader.SHF_RELA_LIVEPATCH;
        });
    }
}
