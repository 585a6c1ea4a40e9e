package org.klpls.core.kernel.input;

import java.util.List;
import java.util.Optional;
import org.klpls.core.kernel.Export;
import org.klpls.core.kernel.index.SymbolColumns;
import org.klpls.core.model.ObjectName;

/** What the file of one module tells. Addresses of symbols are offsets in their sections: it has not been loaded. */
record ModuleFacts(ObjectName object, SymbolColumns symbols, List<Export> exports, Optional<String> vermagic) {
    ModuleFacts {
        exports = List.copyOf(exports);
    }
}
