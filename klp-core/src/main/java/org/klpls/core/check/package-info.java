@NullMarked
package org.klpls.core.check;

import org.jspecify.annotations.NullMarked;
