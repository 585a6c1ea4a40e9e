/** Rules over a built module and what the kernel's loader would do with it. */
@NullMarked
package org.klpls.core.rules.module;

import org.jspecify.annotations.NullMarked;
