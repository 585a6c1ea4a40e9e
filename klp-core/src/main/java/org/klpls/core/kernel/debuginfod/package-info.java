/** Fetches debug info by build-id from the servers that DEBUGINFOD_URLS names; never where it is not set. */
@NullMarked
package org.klpls.core.kernel.debuginfod;

import org.jspecify.annotations.NullMarked;
