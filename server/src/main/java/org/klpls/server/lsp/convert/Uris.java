package org.klpls.server.lsp.convert;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;
import java.util.Optional;

/** Between {@code file:} URIs and paths. */
public final class Uris {
    private Uris() {}

    /** Absolute, normalised path. Empty for what is no file on this machine: {@code untitled:}, {@code git:}, not a URI. */
    public static Optional<Path> path(String uri) {
        try {
            URI parsed = new URI(uri);
            return "file".equalsIgnoreCase(parsed.getScheme())
                    ? Optional.of(Path.of(parsed).toAbsolutePath().normalize())
                    : Optional.empty();
        } catch (URISyntaxException | IllegalArgumentException | FileSystemNotFoundException _) {
            return Optional.empty();
        }
    }

    public static String uri(Path path) {
        return path.toUri().toString();
    }
}
