package org.klpls.core.loader;

import java.util.List;
import org.klpls.core.model.ElfPlace;

/** One condition that the kernel checks, or stumbles over, and that this module meets. */
public sealed interface LoadEvent extends Consequential
        permits ElfEvent, ModinfoEvent, SymbolEvent, RelocationEvent, FinalizeEvent,
        ComingEvent, InitEvent, EnableEvent {
    Stage stage();

    ElfPlace place();

    /** The kernel's lines in its log, letter for letter but for addresses; empty where it says nothing. */
    default List<String> kernelMessages() {
        return List.of();
    }
}
