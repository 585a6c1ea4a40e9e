package org.klpls.core.kernel;

import java.util.Optional;

/**
 * Which kernel this is.
 *
 * @param release {@code uname -r}
 * @param banner the whole {@code Linux version …} line
 * @param vermagic the string modules must match, where the image tells it
 * @param origin the file or folder it was read from, in words for the user
 */
public record KernelIdentity(Optional<String> release, Optional<String> banner, Optional<String> buildId,
        Optional<String> vermagic, String origin) {}
