package org.klpls.core.check;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class KbuildFileTest {
    @Test
    void aModuleIsMadeOfTheSourceOfItsName() {
        KbuildFile file = KbuildFile.parse("obj-m := fix.o\n");
        assertTrue(file.isPartOf("fix", "fix"));
        assertFalse(file.isPartOf("other", "fix"));
    }

    @Test
    void partsAreNamedByObjsOrY() {
        KbuildFile file = KbuildFile.parse("obj-m += fix.o\nfix-objs := a.o \\\n\tb.o # and\nfix-y += c.o\n");
        assertTrue(file.isPartOf("a", "fix"));
        assertTrue(file.isPartOf("b", "fix"));
        assertTrue(file.isPartOf("c", "fix"));
        assertFalse(file.isPartOf("fix", "fix"));
    }
}
