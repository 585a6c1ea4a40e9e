package org.klpls.core.facts;

import java.util.Optional;
import org.klpls.core.kernel.KernelSymbol;
import org.klpls.core.kernel.Traceability;

/**
 * One symbol of a name, as the kernel counts them.
 *
 * @param after the symbol just before it in the kernel's order: what tells namesakes apart without debug info
 */
public record Occurrence(KernelSymbol symbol, Traceability traceability, Optional<KernelSymbol> after) {}
