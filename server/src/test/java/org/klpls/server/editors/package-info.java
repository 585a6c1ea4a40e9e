/** The server in real editors other than VS Code, whose test is in vscode-client/test/real. */
@NullMarked
package org.klpls.server.editors;

import org.jspecify.annotations.NullMarked;
