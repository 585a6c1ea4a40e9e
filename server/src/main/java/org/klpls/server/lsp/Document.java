package org.klpls.server.lsp;

import org.klpls.c.text.SourceText;

/**
 * What the editor holds of one file at one moment. Immutable.
 *
 * @param uri as the client spells it, to be echoed letter for letter
 * @param version the client's number; grows with each change
 */
public record Document(String uri, int version, SourceText text) {}
