package org.klpls.server.lsp;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Optional;

/** The rules' pages as files, for clients that open the page of a diagnostic's code. */
final class RulePages {
    private static final Optional<Path> FOLDER = find();

    private RulePages() {}

    /** {@code docs/rules} of the checkout that the jar was built in. Empty: it stands alone. */
    static Optional<Path> folder() {
        return FOLDER;
    }

    private static Optional<Path> find() {
        CodeSource source = RulePages.class.getProtectionDomain().getCodeSource();
        if (source == null || source.getLocation() == null) {
            return Optional.empty();
        }
        try {
            // CHECKOUT/server/target/klpls.jar
            Path jar = Path.of(source.getLocation().toURI());
            return Optional.of(jar.resolve("../../../docs/rules").normalize()).filter(Files::isDirectory);
        } catch (URISyntaxException _) {
            return Optional.empty();
        }
    }
}
