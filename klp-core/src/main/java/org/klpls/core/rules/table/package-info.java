/** Rules over a patch table, wherever it was read from, together with the kernel. */
@NullMarked
package org.klpls.core.rules.table;

import org.jspecify.annotations.NullMarked;
