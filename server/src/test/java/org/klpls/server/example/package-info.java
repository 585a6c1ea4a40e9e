@NullMarked
package org.klpls.server.example;

import org.jspecify.annotations.NullMarked;
