@NullMarked
package org.klpls.core.kernel;

import org.jspecify.annotations.NullMarked;
