package org.klpls.server.editors;

import java.nio.file.Path;
import java.util.List;

import org.klpls.c.testing.RealThings;

/** An editor that runs a script without a screen. The scripts are in src/test/resources/editors. */
enum Editor {
    NEOVIM("neovim.lua") {
        @Override
        List<String> command(Path script) {
            return List.of(RealThings.neovim().toString(), "--headless", "-u", "NONE", "-n", "-i", "NONE", "-c",
                    "luafile " + script);
        }
    },
    EMACS("emacs.el") {
        @Override
        List<String> command(Path script) {
            return List.of(RealThings.emacs().toString(), "--batch", "-q", "-l", script.toString());
        }
    };

    private final String script;

    Editor(String script) {
        this.script = script;
    }

    String script() {
        return script;
    }

    abstract List<String> command(Path script);
}
