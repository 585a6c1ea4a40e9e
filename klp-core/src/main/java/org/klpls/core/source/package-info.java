/** C source to livepatch model: the AST is read here, and nowhere else but in rules/source, rules/pair and facts. */
@NullMarked
package org.klpls.core.source;

import org.jspecify.annotations.NullMarked;
