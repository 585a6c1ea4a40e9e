package org.klpls.core.module;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.klpls.core.elf.ElfBytes;
import org.klpls.core.elf.ElfImage;
import org.klpls.core.elf.ElfSymbol;
import org.klpls.core.elf.Rela;
import org.klpls.core.elf.RelocationTable;
import org.klpls.core.elf.SectionHeader;
import org.klpls.core.elf.SymbolTable;

/**
 * Finds the struct klp_patch objects of a module without symbols or debug info: what klp_enable_patch() is given, and
 * where that cannot be read off the code, data of the shape of a klp_patch.
 */
final class PatchFinder {
    private static final int R_X86_64_64 = 1;
    private static final int R_X86_64_PC32 = 2;
    private static final int R_X86_64_32 = 10;
    private static final int R_X86_64_32S = 11;
    private static final String ENABLE = "klp_enable_patch";
    private static final String THIS_MODULE = ".gnu.linkonce.this_module";
    /** The argument is loaded just before the call; further up it may be another's. */
    private static final int NEAR_CALL = 64;

    private final ElfImage image;
    private final SymbolTable symbols;
    private final RelocatedData data;
    private final KlpStructs structs;

    PatchFinder(ElfImage image, RelocatedData data, KlpStructs structs) {
        this.image = image;
        this.symbols = image.symbols();
        this.data = data;
        this.structs = structs;
    }

    /** Calls of klp_enable_patch, and the patches found, each once, in the order of the calls or else of the data. */
    record Found(int calls, List<Pointer.Inside> patches) {}

    Found find() {
        List<Pointer.Inside> patches = new ArrayList<>();
        int calls = 0;
        for (SectionHeader section : image.sections()) {
            if (section.isAlloc() && section.has(SectionHeader.SHF_EXECINSTR)) {
                for (SectionHeader table : data.relocationsOf(section.index())) {
                    calls += addArguments(section, image.relocations(table), patches);
                }
            }
        }
        if (patches.isEmpty()) {
            addByShape(patches);
        }
        return new Found(calls, patches.stream().distinct().toList());
    }

    private int addArguments(SectionHeader section, RelocationTable table, List<Pointer.Inside> patches) {
        int calls = 0;
        for (long i = 0; i < table.count(); i++) {
            if (isSymbol(table.get(i), ENABLE)) {
                calls++;
                argument(section, table, table.get(i)).ifPresent(patches::add);
            }
        }
        return calls;
    }

    /** The nearest instruction before the call that loads an address into the register of the first argument. */
    private Optional<Pointer.Inside> argument(SectionHeader section, RelocationTable table, Rela call) {
        ElfBytes code = image.content(section);
        return table.relas().filter(r -> r.offset() < call.offset() && r.offset() >= call.offset() - NEAR_CALL)
                .filter(r -> loadsFirstArgument(code, r))
                .reduce((a, b) -> a.offset() > b.offset() ? a : b)
                .flatMap(this::loadedAddress)
                .filter(p -> fitsPatch(p));
    }

    /** mov $imm32,%rdi; mov $imm32,%edi; lea disp32(%rip),%rdi; movabs $imm64,%rdi. */
    private static boolean loadsFirstArgument(ElfBytes code, Rela rela) {
        long at = rela.offset();
        return switch ((int) rela.type()) {
            case R_X86_64_32S, R_X86_64_32 -> has(code, at - 3, 0x48, 0xc7, 0xc7) || has(code, at - 1, 0xbf);
            case R_X86_64_PC32 -> has(code, at - 3, 0x48, 0x8d, 0x3d);
            case R_X86_64_64 -> has(code, at - 2, 0x48, 0xbf);
            default -> false;
        };
    }

    private static boolean has(ElfBytes code, long at, int... opcode) {
        if (!code.holds(at, opcode.length)) {
            return false;
        }
        for (int i = 0; i < opcode.length; i++) {
            if (code.u8(at + i) != opcode[i]) {
                return false;
            }
        }
        return true;
    }

    private Optional<Pointer.Inside> loadedAddress(Rela rela) {
        if (!symbols.has(rela.symbol())) {
            return Optional.empty();
        }
        ElfSymbol symbol = symbols.get(rela.symbol());
        // A pc-relative operand counts from the end of the instruction, 4 bytes behind the relocated place.
        long fromEnd = rela.type() == R_X86_64_PC32 ? 4 : 0;
        return symbol.section().map(s -> new Pointer.Inside(s, symbol.value() + rela.addend() + fromEnd));
    }

    private boolean fitsPatch(Pointer.Inside place) {
        return place.offset() >= 0 && image.section(place.section())
                .filter(s -> s.isAlloc() && place.offset() <= s.size() - structs.patch().size()).isPresent();
    }

    private void addByShape(List<Pointer.Inside> patches) {
        for (SectionHeader section : image.sections()) {
            if (!section.isAlloc() || section.has(SectionHeader.SHF_EXECINSTR) || section.name().equals(THIS_MODULE)) {
                continue;
            }
            for (SectionHeader table : data.relocationsOf(section.index())) {
                image.relocations(table).relas().filter(this::isThisModule)
                        .map(r -> new Pointer.Inside(section.index(), r.offset() - structs.patch().mod()))
                        .filter(this::fitsPatch).filter(this::hasPatchShape).forEach(patches::add);
            }
        }
    }

    /** .objs points at an object whose .funcs points at a func whose .old_name is a string. */
    private boolean hasPatchShape(Pointer.Inside patch) {
        return data.pointer(patch.section(), patch.offset() + structs.patch().objs()) instanceof Pointer.Inside object
                && data.pointer(object.section(), object.offset()
                        + structs.object().funcs()) instanceof Pointer.Inside func
                && data.string(data.pointer(func.section(), func.offset() + structs.func().oldName())).isPresent();
    }

    private boolean isThisModule(Rela rela) {
        return rela.type() == R_X86_64_64 && symbols.has(rela.symbol()) && symbols.get(rela.symbol()).section()
                .flatMap(image::section).filter(s -> s.name().equals(THIS_MODULE)).isPresent();
    }

    private boolean isSymbol(Rela rela, String name) {
        return symbols.has(rela.symbol()) && symbols.shndx(rela.symbol()) == ElfSymbol.SHN_UNDEF
                && symbols.name(rela.symbol()).equals(name);
    }
}
