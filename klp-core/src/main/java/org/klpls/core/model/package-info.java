@NullMarked
package org.klpls.core.model;

import org.jspecify.annotations.NullMarked;
