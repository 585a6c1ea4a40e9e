package org.klpls.core.loader;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.klpls.core.kernel.Export;
import org.klpls.core.model.ElfPlace;

/** Events of the stage symbols. Source: kernel/module/main.c simplify_symbols() and resolve_symbol(), v6.1. */
public sealed interface SymbolEvent extends LoadEvent {
    @Override
    default Stage stage() {
        return Stage.SYMBOLS;
    }

    /** The symbol concerned. */
    String symbol();

    /** Why an undefined symbol is not found. */
    enum Why {
        NOT_EXPORTED, GPL_ONLY, CRC_DIFFERS, CRC_MISSING, OWNER_NOT_LOADED, NAMESPACE_NOT_IMPORTED, PROPRIETARY_OWNER
    }

    /**
     * An undefined symbol that nothing exports to this module.
     *
     * @param export what there is under this name, if anything
     */
    record Unknown(ElfPlace place, String module, String symbol, Why why, Optional<Export> export)
            implements
                SymbolEvent {
        @Override
        public Consequence consequence() {
            return new Consequence.Refused(errno());
        }

        private Errno errno() {
            return switch (why) {
                case NOT_EXPORTED, GPL_ONLY, OWNER_NOT_LOADED, PROPRIETARY_OWNER -> Errno.ENOENT;
                case CRC_DIFFERS, CRC_MISSING, NAMESPACE_NOT_IMPORTED -> Errno.EINVAL;
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
                case NAMESPACE_NOT_IMPORTED -> export.map(e -> namespaceMessage(module, e));
                case PROPRIETARY_OWNER -> export.map(e -> module + ": module using GPL-only symbols uses symbols "
                        + symbol + " from proprietary module " + e.owner().text() + ".");
            };
        }
    }

    /** A namespace that is not imported, on a kernel with CONFIG_MODULE_ALLOW_MISSING_NAMESPACE_IMPORTS. */
    record NamespaceMissing(ElfPlace place, String module,
            Export export) implements SymbolEvent, Consequential.GoingOn {
        @Override
        public String symbol() {
            return export.name();
        }

        @Override
        public List<String> kernelMessages() {
            return List.of(namespaceMessage(module, export));
        }
    }

    /** A symbol of a proprietary module makes this one proprietary, too. Source: kernel/module/main.c inherit_taint(), v6.1. */
    record InheritsTaint(ElfPlace place, String module, String symbol,
            String owner) implements SymbolEvent, Consequential.GoingOn {
        @Override
        public List<String> kernelMessages() {
            return List.of(module + ": module uses symbols " + symbol + " from proprietary module " + owner
                    + ", inheriting taint.");
        }
    }

    /**
     * A symbol is taken from another module, which can now not be unloaded, and must always be loaded first.
     * Source: kernel/module/main.c ref_module(), v6.1.
     */
    record OfModule(ElfPlace place, String symbol, String owner) implements SymbolEvent, Consequential.GoingOn {}

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

    /**
     * A section index past the section table, or a reserved one that the kernel does not know.
     *
     * @param checked whether the kernel looks; if not, it reads behind the section table
     */
    record BadSectionIndex(ElfPlace place, String module, String symbol, int shndx, int max,
            boolean checked) implements SymbolEvent {
        @Override
        public Consequence consequence() {
            return checked ? new Consequence.Refused(Errno.ENOEXEC) : new Consequence.Crashes();
        }

        @Override
        public List<String> kernelMessages() {
            return checked
                    ? List.of(module + ": Symbol " + symbol + " has an invalid section index " + shndx + " (max " + max
                            + ")")
                    : List.of();
        }
    }

    private static String namespaceMessage(String module, Export export) {
        return module + ": module uses symbol (" + export.name() + ") from namespace "
                + export.namespace().orElse("") + ", but does not import it.";
    }
}
