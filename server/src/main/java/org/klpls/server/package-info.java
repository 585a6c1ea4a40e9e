@NullMarked
package org.klpls.server;

import org.jspecify.annotations.NullMarked;
