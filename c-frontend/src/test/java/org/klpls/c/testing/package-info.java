/** What tests of every module share: the real things on this machine. */
@NullMarked
package org.klpls.c.testing;

import org.jspecify.annotations.NullMarked;
