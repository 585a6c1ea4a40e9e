package org.klpls.core.loader;

import java.util.List;
import org.klpls.core.kernel.SymbolLookup;
import org.klpls.core.model.ElfPlace;

/**
 * Events of the stage relocations. Source: kernel/livepatch/core.c klp_apply_section_relocs() and
 * klp_resolve_symbols(), arch/x86/kernel/module.c __apply_relocate_add(), v6.1.
 */
public sealed interface RelocationEvent extends LoadEvent {
    @Override
    default Stage stage() {
        return Stage.RELOCATIONS;
    }

    /** What the kernel refuses: each prints one thing or two, and ends the load. */
    sealed interface Refusal extends RelocationEvent {
        Errno errno();

        @Override
        default Consequence consequence() {
            return new Consequence.Refused(errno());
        }
    }

    /** What the kernel does not check. */
    sealed interface Unchecked extends RelocationEvent, Consequential.GoingWrongLater {}

    /** An operand of a new function that does not lead where the author wants it: seen when the function runs. */
    sealed interface WrongOperand extends Unchecked {
        @Override
        default Stage stage() {
            return Stage.ENABLE;
        }
    }

    /** A flagged section whose name does not scan as {@code .klp.rela.OBJECT}. */
    record SectionBadName(ElfPlace place, String section) implements Refusal {
        @Override
        public Errno errno() {
            return Errno.EINVAL;
        }

        @Override
        public List<String> kernelMessages() {
            return List.of("livepatch: section " + section + " has an incorrectly formatted name");
        }
    }

    /** A livepatch relocation refers to a symbol that is not SHN_LIVEPATCH. */
    record SymbolNotLivepatch(ElfPlace place, String symbol) implements Refusal {
        @Override
        public Errno errno() {
            return Errno.EINVAL;
        }

        @Override
        public List<String> kernelMessages() {
            return List.of("livepatch: symbol " + symbol + " is not marked as a livepatch symbol");
        }
    }

    /** A livepatch symbol whose name does not scan as {@code .klp.sym.OBJECT.SYMBOL,SYMPOS}. */
    record SymbolBadName(ElfPlace place, String symbol) implements Refusal {
        @Override
        public Errno errno() {
            return Errno.EINVAL;
        }

        @Override
        public List<String> kernelMessages() {
            return List.of("livepatch: symbol " + symbol + " has an incorrectly formatted name");
        }
    }

    /** A symbol of vmlinux in a module's section. Since 5.8. */
    record VmlinuxSymbolInModuleSection(ElfPlace place, String symbol) implements Refusal {
        @Override
        public Errno errno() {
            return Errno.EINVAL;
        }

        @Override
        public List<String> kernelMessages() {
            return List.of("livepatch: invalid access to vmlinux symbol '" + symbol
                    + "' from module-specific livepatch relocation section");
        }
    }

    /** The kernel does not find the symbol that a livepatch symbol names. */
    record SymbolNotResolved(ElfPlace place, String symbol, SymbolLookup lookup) implements Refusal {
        @Override
        public Errno errno() {
            return Errno.EINVAL;
        }

        @Override
        public List<String> kernelMessages() {
            return lookup.kernelMessage().stream().toList();
        }
    }

    /** A relocation section without addends. Source: include/linux/moduleloader.h apply_relocate(), v6.1. */
    record RelSection(ElfPlace place, String module) implements Refusal {
        @Override
        public Errno errno() {
            return Errno.ENOEXEC;
        }

        @Override
        public List<String> kernelMessages() {
            return List.of("module " + module + ": REL relocation unsupported");
        }
    }

    /** A type that the loader does not know. */
    record UnknownType(ElfPlace place, String module, long type) implements Refusal {
        @Override
        public Errno errno() {
            return Errno.ENOEXEC;
        }

        @Override
        public List<String> kernelMessages() {
            return List.of("module: " + module + ": Unknown rela relocation: " + type);
        }
    }

    /**
     * The place to be written is not zero.
     *
     * @param kernelMessages empty where the symbol's value, which is part of the message, is not known
     */
    record TargetNonzero(ElfPlace place, ElfPlace target, List<String> kernelMessages) implements Refusal {
        public TargetNonzero {
            kernelMessages = List.copyOf(kernelMessages);
        }

        @Override
        public Errno errno() {
            return Errno.ENOEXEC;
        }
    }

    /** The value does not fit the place. */
    record Overflow(ElfPlace place, String module, long type, long value) implements Refusal {
        @Override
        public Errno errno() {
            return Errno.ENOEXEC;
        }

        @Override
        public List<String> kernelMessages() {
            return List.of("module: overflow in relocation type " + type + " val " + Long.toHexString(value),
                    "module: `" + module + "' likely not compiled with -mcmodel=kernel");
        }
    }

    /**
     * r_offset lies past the target section: the kernel reads and writes there all the same.
     *
     * @param width bytes written
     * @param size of the target section
     * @param consequence refused if there happens to be something, a crash if there is no memory at all
     */
    record OffsetOutsideSection(ElfPlace place, String target, long offset, int width, long size,
            Consequence consequence, List<String> kernelMessages) implements RelocationEvent {
        public OffsetOutsideSection {
            kernelMessages = List.copyOf(kernelMessages);
        }
    }

    /**
     * The symbol number lies past the symbol table: the kernel takes what it finds there for a symbol.
     *
     * @param count of the symbols
     * @param consequence a crash if there is no memory, else what comes of the bytes that are there
     */
    record SymbolIndexOutside(ElfPlace place, long index, long count, Consequence consequence,
            List<String> kernelMessages) implements RelocationEvent {
        public SymbolIndexOutside {
            kernelMessages = List.copyOf(kernelMessages);
        }
    }

    /** An operand in a new function that no relocation fills: it refers to the next instruction. */
    record OperandNotRelocated(ElfPlace place) implements WrongOperand {}

    /** An operand in a new function that counts from the next instruction, and is filled with an address. */
    record OperandOfOtherType(ElfPlace place, long type) implements WrongOperand {}

    /** A pc-relative value was cut to 32 bits. */
    record PcRelativeTruncated(ElfPlace place, long type, long value, Consequence consequence) implements Unchecked {}

    /** A section with a klp name but without SHF_RELA_LIVEPATCH: its symbols count as 0, unless another section has resolved them. */
    record SectionNotFlagged(ElfPlace place, String section, Consequence consequence) implements Unchecked {}

    /** An operand of a new function leads to the lower half of all addresses, which is not the kernel's. */
    record OperandLeadsNowhere(ElfPlace place, long address) implements WrongOperand {}

    /** A new function reads a variable of the kernel, and its symbol is a function. */
    record CodeReadAsData(ElfPlace place, String symbol) implements WrongOperand {}

    /**
     * A new function follows a pointer that nothing in the module changes, and that leads to no memory.
     *
     * @param pointer name of the variable
     */
    record PointerLeadsNowhere(ElfPlace place, String pointer, long value) implements WrongOperand {}

    /** An ordinary relocation refers to a livepatch symbol that nothing has resolved: it counts as 0. */
    record LivepatchSymbolInOrdinarySection(ElfPlace place, String section, String symbol) implements Unchecked {}

    /** A flagged section that names an object which no patch of the module has: never applied. */
    record SectionOrphan(ElfPlace place, String section, String objname) implements Unchecked {}

    /**
     * A flagged section whose target is not loaded or not there: not applied at load, and unchecked later.
     *
     * @param target sh_info
     */
    record SectionBadTarget(ElfPlace place, String section, long target, Consequence consequence)
            implements
                RelocationEvent {}

    /**
     * A livepatch relocation of a module that is not taken back when that module goes: when it comes again, its place is not
     * zero, and the module is refused. Before 6.3. Source: arch/x86/kernel/module.c clear_relocate_add(), v6.3.
     */
    record NotReloadable(ElfPlace place, String section,
            String objname) implements RelocationEvent, Consequential.GoingOn {}

    /**
     * A flagged section without SHF_ALLOC: its copy is freed after the load.
     *
     * @param consequence none for vmlinux, whose relocations are done by then
     */
    record SectionNotAlloc(ElfPlace place, String section, Consequence consequence) implements RelocationEvent {}
}
