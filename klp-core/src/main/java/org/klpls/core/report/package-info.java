/** A check's outcome as text, JSON, SARIF, and gcc's format. */
@NullMarked
package org.klpls.core.report;

import org.jspecify.annotations.NullMarked;
