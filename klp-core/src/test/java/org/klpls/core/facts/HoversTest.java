package org.klpls.core.facts;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.klpls.c.build.CompileCommands;
import org.klpls.c.text.SourceText;
import org.klpls.core.kernel.FixtureKernel;
import org.klpls.core.kernel.SymbolLookup;
import org.klpls.core.kernel.TargetKernel;
import org.klpls.core.kernel.Traceability;
import org.klpls.core.model.ObjectName;
import org.klpls.core.source.LivepatchSourceReader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The cursor is at {@code $0}. */
class HoversTest {
    private static final String KERNEL = """
            vmlinux ffffffff81000000 t first             yes text 16
            vmlinux ffffffff81000010 t show              yes text 16
            vmlinux ffffffff81000020 t second            no  text 16
            vmlinux ffffffff81000030 t show              no  noinstr 16
            vmlinux ffffffff81000040 t switch.isra.0     yes text 16
            vmlinux ffffffff81000050 t cmdline_proc_show yes text 48
            @prototype cmdline_proc_show int (struct seq_file *, void *)
            """;

    @Test
    void anOldNameTellsWhatTheKernelFinds() {
        HoverFacts.Target target = assertInstanceOf(HoverFacts.Target.class,
                hover("{ .old_name = \"cmd$0line_proc_show\", .new_func = klpp_show }").orElseThrow());
        assertEquals("\"cmdline_proc_show\"", target.range().source().slice(target.range().span()));
        assertInstanceOf(SymbolLookup.Found.class, target.lookup());
        assertEquals(Optional.of("int (struct seq_file *, void *)"), target.prototype());
        assertEquals(Optional.of("klpp_show"), target.newFunc());
        assertEquals(Optional.of("int klpp_show(struct seq_file *m, void *v)"),
                target.replacement().map(f -> f.prototype()));
        assertEquals(Optional.of("/sys/kernel/livepatch/live_fix/vmlinux/cmdline_proc_show,1"), target.sysfs());
    }

    @Test
    void everyOccurrenceIsThereWithItsNeighbourAndWhetherItCanBeTraced() {
        HoverFacts.Target target = assertInstanceOf(HoverFacts.Target.class,
                hover("{ .old_name = \"sh$0ow\", .new_func = klpp_show, .old_sympos = 2 }").orElseThrow());
        assertEquals(List.of("first", "second"),
                target.occurrences().stream().map(o -> o.after().orElseThrow().name()).toList());
        assertInstanceOf(Traceability.Yes.class, target.occurrences().getFirst().traceability());
        assertInstanceOf(Traceability.No.class, target.occurrences().getLast().traceability());
        assertEquals(2, assertInstanceOf(SymbolLookup.Found.class, target.lookup()).symbol().sympos());
    }

    @Test
    void aNameThatIsNotThereTellsItsClones() {
        HoverFacts.Target target = assertInstanceOf(HoverFacts.Target.class,
                hover("{ .old_name = \"swi$0tch\", .new_func = klpp_show }").orElseThrow());
        assertEquals(List.of("switch.isra.0"), target.clones());
        assertEquals(Optional.empty(), target.sysfs());
    }

    @Test
    void withoutAKernelNothingIsClaimed() {
        HoverFacts facts = hover("{ .old_name = \"sh$0ow\", .new_func = klpp_show }", Optional.empty()).orElseThrow();
        assertInstanceOf(SymbolLookup.ObjectUnknown.class,
                assertInstanceOf(HoverFacts.Target.class, facts).lookup());
    }

    @Test
    void membersAndFunctionsOfLivepatchAreExplained() {
        HoverFacts.InterfaceWord member = assertInstanceOf(HoverFacts.InterfaceWord.class,
                hover("{ .old_name = \"show\", .old_sym$0pos = 1 }").orElseThrow());
        assertEquals("klp_func.old_sympos", member.name());
        HoverFacts.InterfaceWord struct = assertInstanceOf(HoverFacts.InterfaceWord.class,
                hover("{ }, { } }; struct klp_fu$0nc more[] = { { }").orElseThrow());
        assertEquals("klp_func", struct.name());
    }

    @Test
    void macrosOfKpatchAndKlpBuildAreExplained() {
        for (String macro : List.of("KPATCH_PRE_$0PATCH_CALLBACK", "KLP_POST_UNPATCH_$0CALLBACK",
                "KLP_SYSCALL_$0DEFINE3",
                "KPATCH_FORCE_$0UNSAFE")) {
            HoverFacts.InterfaceWord word = assertInstanceOf(HoverFacts.InterfaceWord.class,
                    hover("{ }, { } }; int more[] = { " + macro + "(1)").orElseThrow());
            assertEquals(macro.replace("$0", ""), word.name());
        }
    }

    @Test
    void aKlpSymbolNameTellsWhatItStandsFor() {
        HoverFacts.Symbol symbol = assertInstanceOf(HoverFacts.Symbol.class,
                hover("{ }, { } }; extern int other asm(\".klp.sym.vmlinux.sh$0ow,2\"); int more[] = { 0")
                        .orElseThrow());
        assertEquals(ObjectName.VMLINUX, symbol.object());
        assertEquals(2, symbol.sympos());
        assertEquals(2, symbol.occurrences().size());
    }

    @Test
    void otherWordsSayNothing() {
        assertTrue(hover("{ .old_name = \"show\", .new_func = kl$0pp_show }").isEmpty());
    }

    private static Optional<HoverFacts> hover(String entry) {
        return hover(entry, Optional.of(FixtureKernel.of(KERNEL)));
    }

    private static Optional<HoverFacts> hover(String entry, Optional<TargetKernel> kernel) {
        String marked = """
                #include <linux/livepatch.h>
                #include <linux/seq_file.h>
                static int klpp_show(struct seq_file *m, void *v)
                {
                	return 0;
                }
                static struct klp_func funcs[] = { ENTRY, { } };
                static struct klp_object objs[] = { { .funcs = funcs }, { } };
                static struct klp_patch patch = { .mod = THIS_MODULE, .objs = objs };
                """.replace("ENTRY", entry);
        int cursor = marked.indexOf("$0");
        SourceText text = SourceText.of(Path.of("/fixture/live-fix.c"), marked.replace("$0", ""));
        LivepatchSourceReader reader = new LivepatchSourceReader(new CompileCommands(Path.of("/fixture/no-modules")));
        return Hovers.at(reader.read(text, Optional.empty()).source(), cursor, kernel);
    }
}
