/** The command line: picocli commands that read inputs, ask the engine and print. They decide nothing. */
@NullMarked
package org.klpls.server.cli;

import org.jspecify.annotations.NullMarked;
