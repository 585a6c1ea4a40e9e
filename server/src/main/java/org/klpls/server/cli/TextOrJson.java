package org.klpls.server.cli;

/** For people or for programs. */
enum TextOrJson {
    TEXT, JSON
}
