package org.klpls.core.loader;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.klpls.core.model.ElfPlace;

/** Events of the stage symbols. Source: kernel/module/main.c simplify_symbols(), v6.1. */
public sealed interface SymbolEvent extends LoadEvent {
    @Override
    default Stage stage() {
        return Stage.SYMBOLS;
    }

    /** The symbol concerned. */
    String symbol();

    /** Why an undefined symbol is not found. */
    enum Why {
        NOT_EXPORTED, GPL_ONLY, CRC_DIFFERS, CRC_MISSING, OWNER_NOT_LOADED
    }

    /** An undefined symbol that nothing exports to this module. */
    record Unknown(ElfPlace place, String module, String symbol, Why why) implements SymbolEvent {
        @Override
        public Consequence consequence() {
            return new Consequence.Refused(errno());
        }

        private Errno errno() {
            return switch (why) {
                case NOT_EXPORTED, GPL_ONLY, OWNER_NOT_LOADED -> Errno.ENOENT;
                case CRC_DIFFERS, CRC_MISSING -> Errno.EINVAL;
            };
        }

        @Override
        public List<String> kernelMessages() {
            List<String> lines = new ArrayList<>();
            reason().ifPresent(lines::add);
            lines.add(module + ": Unknown symbol " + symbol + " (err -" + errno().number() + ")");
            return lines;
        }

        private Optional<String> reason() {
            return switch (why) {
                case NOT_EXPORTED, GPL_ONLY, OWNER_NOT_LOADED -> Optional.empty();
                case CRC_DIFFERS -> Optional.of(module + ": disagrees about version of symbol " + symbol);
                case CRC_MISSING -> Optional.of(module + ": no symbol version for " + symbol);
            };
        }
    }

    /** A SHN_COMMON symbol. */
    record Common(ElfPlace place, String module, String symbol) implements SymbolEvent {
        @Override
        public Consequence consequence() {
            return new Consequence.Refused(Errno.ENOEXEC);
        }

        @Override
        public List<String> kernelMessages() {
            return List.of(module + ": please compile with -fno-common");
        }
    }

    /** A section index past the section table, or a reserved one that the kernel does not know. */
    record BadSectionIndex(ElfPlace place, String module, String symbol, int shndx, int max) implements SymbolEvent {
        @Override
        public Consequence consequence() {
            return new Consequence.Refused(Errno.ENOEXEC);
        }

        @Override
        public List<String> kernelMessages() {
            return List.of(module + ": Symbol " + symbol + " has an invalid section index " + shndx + " (max " + max
                    + ")");
        }
    }
}
