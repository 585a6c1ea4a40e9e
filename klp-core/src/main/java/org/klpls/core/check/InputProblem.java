package org.klpls.core.check;

import java.nio.file.Path;

/** An input that cannot be read, or is not what it should be: exit status 2 on the command line. */
public record InputProblem(Path path, String message) {}
