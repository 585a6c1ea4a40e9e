package org.klpls.core.module;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.klpls.core.model.KlpSymbolName;
import org.klpls.core.model.ObjectName;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** As the kernel's sscanf() reads them. */
class KlpNamesTest {
    @Test
    void anOrdinaryNameHasThreeParts() {
        assertEquals(Optional.of(new KlpSymbolName(ObjectName.VMLINUX, "saved_command_line", 0, "")),
                scan(".klp.sym.vmlinux.saved_command_line,0"));
        assertEquals(Optional.of(new KlpSymbolName(new ObjectName.Module("ext4"), "foo.isra.0", 12, "")),
                scan(".klp.sym.ext4.foo.isra.0,12"));
    }

    @Test
    void whatStandsAroundTheNumberDoesNotMatter() {
        assertEquals(1, sympos(".klp.sym.vmlinux.x, \t1"));
        assertEquals(0, sympos(".klp.sym.vmlinux.x,0x1"));
        assertEquals(1, sympos(".klp.sym.vmlinux.x,01abc"));
        assertEquals(1, sympos(".klp.sym.vmlinux.x,18446744073709551617"));
        assertEquals("abc", scan(".klp.sym.vmlinux.x,1abc").orElseThrow().trailing());
    }

    @Test
    void withoutAnyPartItIsNoName() {
        for (String name : new String[]{".klp.sym.vmlinux.x", ".klp.sym.x,0", ".klp.symbol.vmlinux.x,0", "x",
                ".klp.sym..x,0", ".klp.sym.vmlinux.,0", ".klp.sym.vmlinux.x,", ".klp.sym.vmlinux.x,x",
                ".klp.sym.vmlinux.x,-1", ""}) {
            assertEquals(Optional.empty(), scan(name), name);
        }
    }

    @Test
    void widthsAreThoseOfTheKernel() {
        assertEquals(true, scan(".klp.sym." + "m".repeat(55) + ".x,0").isPresent());
        assertEquals(false, scan(".klp.sym." + "m".repeat(56) + ".x,0").isPresent());
        assertEquals(true, scan(".klp.sym.vmlinux." + "a".repeat(511) + ",0").isPresent());
        assertEquals(false, scan(".klp.sym.vmlinux." + "a".repeat(512) + ",0").isPresent());
    }

    @Test
    void theObjectOfASectionIsCutNotRefused() {
        assertEquals(Optional.of("vmlinux"), KlpNames.scanSection(".klp.rela.vmlinux..text"));
        assertEquals(Optional.of("vmlinux"), KlpNames.scanSection(".klp.rela.vmlinux"));
        assertEquals(Optional.of("m".repeat(55)), KlpNames.scanSection(".klp.rela." + "m".repeat(60) + "..text"));
        assertEquals(Optional.empty(), KlpNames.scanSection(".klp.rela...text"));
        assertEquals(Optional.empty(), KlpNames.scanSection(".rela.text"));
    }

    private static Optional<KlpSymbolName> scan(String name) {
        return KlpNames.scanSymbol(name, 511);
    }

    private static long sympos(String name) {
        return scan(name).orElseThrow().sympos();
    }
}
