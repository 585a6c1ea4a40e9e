/** The forms in which users have a kernel: images, symbol lists, folders of modules, build folders, indexes. */
@NullMarked
package org.klpls.core.kernel.input;

import org.jspecify.annotations.NullMarked;
