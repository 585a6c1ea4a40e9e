package org.klpls.core.kernel.input;

import java.util.List;
import java.util.Optional;
import org.klpls.core.kernel.Export;
import org.klpls.core.kernel.KernelModule;
import org.klpls.core.kernel.index.SymbolColumns;

/** What the file of one module tells. Addresses of symbols are offsets in their sections: it has not been loaded. */
record ModuleFacts(KernelModule module, SymbolColumns symbols, List<Export> exports) {
    ModuleFacts {
        exports = List.copyOf(exports);
    }

    Optional<String> vermagic() {
        return module.info("vermagic");
    }
}
