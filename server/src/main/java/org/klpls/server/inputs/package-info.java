/** From what the user named to what the engine is asked: the same for the command line and the language server. */
@NullMarked
package org.klpls.server.inputs;

import org.jspecify.annotations.NullMarked;
