/** Between the engine's words and the protocol's: the only place that knows LSP positions. */
@NullMarked
package org.klpls.server.lsp.convert;

import org.jspecify.annotations.NullMarked;
