package org.klpls.core.loader;

import org.klpls.core.reloc.ModuleMemory;

/** What relocations are applied to and with: the module's layout, its memory, and the values of its symbols. */
record RelocationContext(ModuleLayout layout, ModuleMemory memory, SymbolValues values) {}
