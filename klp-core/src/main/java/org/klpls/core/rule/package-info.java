@NullMarked
package org.klpls.core.rule;

import org.jspecify.annotations.NullMarked;
