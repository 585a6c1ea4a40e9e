package org.klpls.c.build;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class KbuildFileTest {
    private static KbuildFile parse(String text) {
        return KbuildFile.parse(Path.of("/work/fix"), text);
    }

    @Test
    void aModuleIsMadeOfTheSourceOfItsName() {
        KbuildFile file = parse("obj-m := fix.o\n");
        assertTrue(file.isPartOf("fix", "fix"));
        assertFalse(file.isPartOf("other", "fix"));
    }

    @Test
    void partsAreNamedByObjsOrY() {
        KbuildFile file = parse("obj-m += fix.o\nfix-objs := a.o \\\n\tb.o # and\nfix-y += c.o\n");
        assertTrue(file.isPartOf("a", "fix"));
        assertTrue(file.isPartOf("b", "fix"));
        assertTrue(file.isPartOf("c", "fix"));
        assertFalse(file.isPartOf("fix", "fix"));
    }

    @Test
    void partsMayBeVariablesAndLieInFoldersBelow() {
        KbuildFile file = parse("COMMON := a.o\nOBJS = $(COMMON) ./sub/b.o\nobj-m += fix.o one.o\n"
                + "fix-objs := ${OBJS}\nfix-$(CONFIG_X) += c.o # d.o\n");
        assertTrue(file.isPartOf("sub/b", "fix"));
        assertTrue(file.isPartOf("one", "one"));
        assertEquals(Set.of("sub/b", "c"), file.siblings("a"));
        assertEquals(Set.of("sub/b"), file.below());
        assertFalse(file.names("d"));
    }

    @Test
    void aVariableThatNamesItselfEnds() {
        assertFalse(parse("A = $(A) $(A)\nfix-y = $(A) b.o\n").isPartOf("fix", "fix"));
    }

    @Test
    void variablesThatMultiplyEnd() {
        String many = " $(B)".repeat(2000);
        assertFalse(parse("A = " + many + "\nB =" + many + "\nC = " + many + "\nfix-y = $(A) b.o\n").names("fix"));
    }

    @Test
    void conditionsCommentsAndOtherListsAreNoParts() {
        KbuildFile file = parse("""
                # fix-y = no.o
                ifeq ($(KERNELRELEASE),)
                all: ; $(MAKE) -C /lib/modules/x M=$(PWD) fix-y=no.o
                else
                  obj-m\t:= fix.o
                  fix-y\t+=\tone.o# no.o
                  fix-$(CONFIG_X86) += two.o
                  fix-${CONFIG_X86_64} += three.o
                endif
                lib-y += no.o
                extra-y := no.o
                """);
        assertEquals(Set.of("one", "two", "three"), file.parts().get("fix"));
        assertEquals(Set.of("fix"), file.parts().keySet());
        assertEquals("fix", file.module("two"));
        assertEquals("alone", file.module("sub/alone"));
        assertTrue(file.names("fix"));
    }

    /** Source: scripts/Makefile.lib _c_flags, v6.1. */
    @Test
    void flagsAreThoseOfTheFolderAndOfTheObject() {
        KbuildFile file = parse("""
                COMMON := -DCOMMON -DNAME='"a b"'
                ccflags-y := $(COMMON) -I$(src)/inc -I$(srctree)/$(src)/more \\
                    -DREST # -DNO
                EXTRA_CFLAGS += -DEXTRA $(UNKNOWN) -DX=$(UNKNOWN)
                subdir-ccflags-y += -DSUB
                CFLAGS_a.o = -DA
                CFLAGS_sub/b.o = -DB
                CFLAGS_REMOVE_a.o = -DREST $(CC_FLAGS_FTRACE) -Wno-%
                ccflags-remove-y += -DSUB
                """);
        assertEquals(
                List.of("-DSUB", "-DCOMMON", "-DNAME=\"a b\"", "-I/work/fix/inc", "-I/work/fix/more", "-DREST",
                        "-DEXTRA"),
                file.flags());
        assertEquals(List.of("-DA"), file.flags("a"));
        assertEquals(List.of("-DB"), file.flags("sub/b"));
        assertEquals(List.of(), file.flags("b"));
        assertTrue(file.removes("-pg", "a") && file.removes("-DREST", "a") && file.removes("-Wno-x", "a"));
        assertFalse(file.removes("-pg", "b") || file.removes("-DA", "a") || file.removes("-Wall", "a"));
        assertTrue(file.removes("-DSUB", "b"));
    }
}
