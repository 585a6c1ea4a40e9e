@NullMarked
package org.klpls.server.cli;

import org.jspecify.annotations.NullMarked;
