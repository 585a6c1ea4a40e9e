package org.klpls.core.kernel.index;

import java.util.Optional;
import org.klpls.core.btf.Btf;
import org.klpls.core.elf.ElfBytes;
import org.klpls.core.kernel.KernelModule;
import org.klpls.core.kernel.KernelModules;

/** What the file of a module and its debug info tell beyond symbols: looked at when somebody asks, for one module at a time. */
public interface ModuleDetails {
    /** Nothing is looked at. */
    ModuleDetails NONE = new ModuleDetails() {
        @Override
        public Types types(KernelModules modules, KernelModule module, Optional<Btf> vmlinux) {
            return new Types.Unknown("its file is not looked at");
        }

        @Override
        public DebugInfo debugInfo(KernelModules modules, KernelModule module) {
            return new DebugInfo.Unknown("its file is not looked at");
        }
    };

    /** A module's types. */
    sealed interface Types {
        record Known(Btf btf) implements Types {}

        /** @param reason a clause about the module */
        record Unknown(String reason) implements Types {}
    }

    /** A module's debug info. */
    sealed interface DebugInfo {
        /**
         * @param map an {@link org.klpls.core.dwarf.InlineMap}
         * @param addresses of the module's symbols in that map, in their order; 0 where one has none. Eight bytes each
         */
        record Known(ElfBytes map, ElfBytes addresses) implements DebugInfo {}

        /** @param reason a clause about the module */
        record Unknown(String reason) implements DebugInfo {}
    }

    /** @param vmlinux the types that those of a module go on from */
    Types types(KernelModules modules, KernelModule module, Optional<Btf> vmlinux);

    DebugInfo debugInfo(KernelModules modules, KernelModule module);
}
