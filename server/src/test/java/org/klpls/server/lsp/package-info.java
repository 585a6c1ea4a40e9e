@NullMarked
package org.klpls.server.lsp;

import org.jspecify.annotations.NullMarked;
