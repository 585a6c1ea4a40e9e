/**
 * What the kernel would do with a module: {@code load_module()} and {@code klp_enable_patch()}, step by step, each step a
 * class named after the kernel's function.
 */
@NullMarked
package org.klpls.core.loader;

import org.jspecify.annotations.NullMarked;
