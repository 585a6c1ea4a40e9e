/** BTF, the kernel's compact debug info: prototypes and layouts. Source: Documentation/bpf/btf.rst, v6.1. */
@NullMarked
package org.klpls.core.btf;

import org.jspecify.annotations.NullMarked;
