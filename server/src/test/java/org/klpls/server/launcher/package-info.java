@NullMarked
package org.klpls.server.launcher;

import org.jspecify.annotations.NullMarked;
