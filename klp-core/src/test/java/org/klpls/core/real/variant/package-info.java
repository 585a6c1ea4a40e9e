/** Modules with one defect each, by the hundred: the simulated loader's verdict beside what the real kernel does. */
@NullMarked
package org.klpls.core.real.variant;

import org.jspecify.annotations.NullMarked;
