/** Facts of kernels, compared with the same kernels while they run. */
@org.jspecify.annotations.NullMarked
package org.klpls.core.kernel.running;
