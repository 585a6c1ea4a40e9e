/** The language server: one class a concern, each delegating to the engine. It decides nothing. */
@NullMarked
package org.klpls.server.lsp;

import org.jspecify.annotations.NullMarked;
