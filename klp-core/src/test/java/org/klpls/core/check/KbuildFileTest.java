package org.klpls.core.check;

import java.util.Set;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
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

    @Test
    void partsMayBeVariablesAndLieInFoldersBelow() {
        KbuildFile file = KbuildFile.parse("COMMON := a.o\nOBJS = $(COMMON) ./sub/b.o\nobj-m += fix.o one.o\n"
                + "fix-objs := ${OBJS}\nfix-$(CONFIG_X) += c.o # d.o\n");
        assertTrue(file.isPartOf("sub/b", "fix"));
        assertTrue(file.isPartOf("one", "one"));
        assertEquals(Set.of("sub/b", "c"), file.siblings("a"));
        assertEquals(Set.of("sub/b"), file.below());
        assertFalse(file.names("d"));
    }

    @Test
    void aVariableThatNamesItselfEnds() {
        assertFalse(KbuildFile.parse("A = $(A) $(A)\nfix-y = $(A) b.o\n").isPartOf("fix", "fix"));
    }
}
