package org.klpls.server.lsp.convert;

import java.nio.file.Path;
import java.util.Optional;

/**
 * How things are to be shown to this client.
 *
 * @param relatedInformation second places go into their own field; else into the message
 * @param versionedEdits edits name the version of the text that they are for
 * @param chooseKernel the client's own command that lets the user choose a kernel
 * @param rulePages folder with the rules' pages, where there is one
 */
public record Presentation(boolean relatedInformation, boolean versionedEdits, Optional<String> chooseKernel,
        Optional<Path> rulePages) {}
