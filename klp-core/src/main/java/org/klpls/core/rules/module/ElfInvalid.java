package org.klpls.core.rules.module;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

import org.klpls.core.loader.ElfEvent;
import org.klpls.core.rule.Finding;
import org.klpls.core.rule.Need;
import org.klpls.core.rule.Rule;
import org.klpls.core.rule.RuleInfo;
import org.klpls.core.rule.Severity;

/**
 * The kernel does not take the file for a module: a code for each thing that it looks at first. Source:
 * kernel/module/main.c elf_validity_check() and setup_load_info(), v6.1, elf_validity_cache_copy(), v6.12.
 *
 * @param what is wrong, as the rest of a sentence
 */
public record ElfInvalid(RuleInfo info, String what) implements Rule<ModuleContext> {
    private static final String CHANGED = ". Look at what changed the module after it was built";

    public static final List<ElfInvalid> ALL = List.of(
            of("elf-not-rel", "the file is not relocatable",
                    "its e_type is not ET_REL (1): it was linked into a program or a library. Link it with ld -r, as Kbuild"
                            + " does"),
            of("elf-wrong-machine", "the file is for another machine",
                    "its e_machine is not EM_X86_64 (62). Build it for the machine that the kernel runs on"),
            of("elf-bad-shstrndx", "the table of section names is not there",
                    "e_shstrndx names no section, or none of names" + CHANGED),
            of("elf-shstrtab-bounds", "the table of section names lies outside of the file",
                    "its table of section names lies outside of the file: it was cut" + CHANGED),
            of("elf-shstrtab-empty", "the table of section names is empty",
                    "its table of section names is empty" + CHANGED),
            of("elf-shstrtab-unterminated", "the last section name does not end",
                    "its table of section names does not end with a NUL" + CHANGED),
            of("elf-section0-not-null", "section 0 is not empty",
                    "section 0, which must be of type SHT_NULL with size and address 0, is not" + CHANGED),
            of("elf-symtab-bad-link", "the symbol table names no string table",
                    "sh_link of its symbol table names no string table" + CHANGED),
            of("elf-section-bounds", "a section lies outside of the file",
                    "a section reaches past its end: it was cut, by a copy or a download that broke off. Copy or build it again"),
            of("elf-section-name-bounds", "the name of a section lies past the table of names",
                    "the name of a section lies past the table of names" + CHANGED),
            of("elf-two-modinfo", "the module has two .modinfo sections",
                    "it has two .modinfo sections. Link it with ld -r and the kernel's module.lds, which merges them"),
            of("mod-stripped", "the module has no symbol table, or two",
                    "it has no symbol table, or more than one. Strip a module with strip --strip-debug only"),
            of("mod-no-this-module", "the module has no struct module",
                    "it has no loadable section .gnu.linkonce.this_module: it is an object file, not yet a module. Link NAME.o"
                            + " with NAME.mod.o, as modpost makes it"),
            of("mod-this-module-size", "struct module has another size than the kernel's",
                    "its struct module has another size than the kernel's: it was built with another configuration. Build it"
                            + " with this kernel's headers"));

    private static ElfInvalid of(String code, String summary, String what) {
        return new ElfInvalid(new RuleInfo(code, Severity.ERROR, Set.of(Need.MODULE), summary), what);
    }

    private boolean isOfStructModule() {
        return info.code().equals("mod-this-module-size");
    }

    @Override
    public void check(ModuleContext context, Consumer<Finding> sink) {
        context.events(ElfEvent.Invalid.class).filter(event -> event.code().equals(info.code())).forEach(event -> sink
                .accept(ModuleContext.finding(info, event,
                        "the kernel does not take this file for a module: " + what
                                + (isOfStructModule() ? context.otherRelease() : ""))));
        if (info.code().equals("elf-section-name-bounds")) {
            context.reached(ElfEvent.SectionNameOutside.class).forEach(event -> sink.accept(ModuleContext.finding(info,
                    event, "the name of section " + event.section()
                            + " lies past the end of the file: the kernel reads there all the same" + CHANGED)));
        }
        if (isOfStructModule()) {
            context.reached(ElfEvent.ThisModuleTooShort.class).forEach(event -> sink.accept(ModuleContext.finding(info,
                    event, "its struct module has " + event.size()
                            + " bytes and lacks members that the kernel uses: it works with whatever follows. Build the"
                            + " module with this kernel's headers")));
        }
    }
}
