package org.klpls.core.kernel;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.klpls.core.model.ObjectName;

import static org.junit.jupiter.api.Assertions.assertEquals;

class SimilarNamesTest {
    private static final TargetKernel KERNEL = FixtureKernel.of("""
            # object address type name traceable range size
            vmlinux ffffffff81000000 T cmdline_proc_show yes text 48
            vmlinux ffffffff81000030 t cmdline_proc_open yes text 48
            vmlinux ffffffff81000060 t show yes text
            vmlinux ffffffff81000090 t show yes text
            vmlinux ffffffff81000090 t do_syscall_64 no noinstr
            """);

    @Test
    void nearestNameComesFirst() {
        assertEquals(List.of("cmdline_proc_show"), KERNEL.similarNames(ObjectName.VMLINUX, "cmdlne_proc_show", 3));
    }

    @Test
    void swappedLettersAreOneEdit() {
        assertEquals(1, SimilarNames.distanceWithin("hsow", "show", 3));
        assertEquals(List.of("show"), KERNEL.similarNames(ObjectName.VMLINUX, "hsow", 3));
    }

    @Test
    void farNamesAreNotOffered() {
        assertEquals(List.of(), KERNEL.similarNames(ObjectName.VMLINUX, "no_such_function", 3));
        assertEquals(4, SimilarNames.distanceWithin("abcdefgh", "hgfedcba", 3));
    }
}
