package org.klpls.server.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.klpls.c.testing.NeedsRealThings;
import org.klpls.c.testing.RealThing;
import org.klpls.c.testing.RealThings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Questions of livepatch authors to a stock kernel and its modules: each answer says what to do. */
@NeedsRealThings(RealThing.KERNEL)
class KernelFunctionAnswersTest {
    @TempDir
    private Path folder;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        PrintWriter output = new PrintWriter(out, true);
        PrintWriter errors = new PrintWriter(err, true);
        int status = Main.commandLine(output, errors).execute(arguments);
        output.flush();
        errors.flush();
        return status;
    }

    /** Without addresses: those are of one build. */
    private String answer(int status, String name) {
        assertEquals(status, run("kernel", "function", RealThings.vmlinuz().toString(), name), err::toString);
        return Pattern.compile("[0-9a-f]{16}").matcher(out.toString()).replaceAll("ADDRESS");
    }

    private void assertSays(String text, String pattern) {
        assertTrue(Pattern.compile(pattern).matcher(text).find(), () -> pattern + " is not in:\n" + text);
    }

    @Test
    void ofAFunctionThatGccRenamedItNamesTheClone() {
        String answer = answer(1, "finish_task_switch");
        assertSays(answer, "no symbol of vmlinux has the name finish_task_switch\n");
        assertSays(answer, "name the clone instead: \\.old_name = \"finish_task_switch\\.\\w+\\.\\d+\"");
    }

    @Test
    void ofAFunctionThatIsOnlyThereAsCopiesItSaysThatItMayBe() {
        String answer = answer(1, "context_switch");
        assertSays(answer, "no symbol of vmlinux has the name context_switch|copied into __schedule");
        assertSays(answer, "gcc copied it into all of its callers|neither it nor a caller can be patched");
    }

    @Test
    void namesakesAreToldApartByTheirNeighbours() {
        String answer = answer(0, "show");
        assertSays(answer, "  1  ADDRESS  vmlinux  patchable, .*after \\w+");
        assertSays(answer, "  2  ADDRESS  vmlinux  patchable, .*after \\w+");
        assertSays(answer, "\\d+ symbols have the name: \\.old_sympos says which is meant");
    }

    @Test
    void anOrdinaryFunctionIsToldWithItsPrototype() {
        String answer = answer(0, "kfree");
        assertSays(answer, "^void kfree\\(const void \\*");
        assertSays(answer, "  1  ADDRESS  vmlinux  patchable, ");
        assertFalse(answer.contains("old_sympos"), answer);
    }

    @Test
    void aSystemCallIsAFunctionOfRegisters() {
        String answer = answer(0, "__x64_sys_uname");
        assertSays(answer, "__x64_sys_uname\\(const struct pt_regs \\*");
        assertSays(answer, "  1  ADDRESS  vmlinux  patchable: 32-bit programs enter by __ia32_sys_uname, ");
    }

    @Test
    void ofAssemblerNoPrototypeIsMadeUpAndCallersAreToBePatched() {
        String answer = answer(0, "memcpy");
        assertFalse(answer.contains("memcpy(void)"), answer);
        assertSays(answer,
                "  1  ADDRESS  vmlinux  not patchable \\(klp-target-no\\w+\\): .*; patch its callers instead");
    }

    @Test
    void dataIsCalledData() {
        assertSays(answer(0, "jiffies"), "not patchable .*: it is data, not a function");
    }

    @Test
    void namesThatTheSourceOrGccUsesLeadToTheSymbol() {
        assertSays(answer(1, "sys_read"), "similar: __x64_sys_read");
        assertSays(answer(1, "__se_sys_read"), "similar: __x64_sys_read");
        assertSays(answer(1, "printk"), "similar: _printk");
        assertSays(answer(1, "kfree.isra.0"), "similar: kfree");
        assertSays(answer(1, "__pfx_kfree"), "similar: kfree");
        assertSays(answer(1, "newuname"), "similar: __x64_sys_newuname");
        assertSays(answer(1, "spin_lock"), "similar: _raw_spin_lock\n");
        assertSays(answer(1, "trace_sched_switch"), "similar: __tracepoint_sched_switch");
        assertSays(answer(1, "cmdline_proc_shw"), "similar: cmdline_proc_show");
    }

    @Test
    void ofANameThatIsNowhereItSaysWhereItLooked() {
        String answer = answer(1, "container_of");
        assertSays(answer, "no symbol of vmlinux has the name container_of\n"
                + "     it is misspelt, or a macro, or gcc copied it into all of its callers\n"
                + "     or it is a module's, of which none is known here: name the kernel by its release, or by a folder");
        assertEquals(1, run("kernel", "function", RealThings.kernelRoot().toString(), "no_such_function_at_all"));
        assertSays(out.toString(), "nor is it in the other \\d+ objects that are known\n");
        assertFalse(out.toString().contains("a module's"), out::toString);
    }

    /** What macros, gcc, objtool and the assembler put beside functions, with the words of the answer. */
    @Test
    void whatIsMadeBesideFunctionsLeadsToThem() {
        String[][] answers = {{"__SCT__cond_resched", "the jump of a static call.*such as __cond_resched"},
                {"__SCT__tp_func_sched_switch", "to the probes of tracepoint sched_switch"},
                {"__SCK__cond_resched", "it is data: the key of a static call.*such as __cond_resched"},
                {"__bpf_trace_sched_switch", "only the tracepoint calls it; patch the functions that have tracepoint"},
                {"perf_trace_sched_switch", "TRACE_EVENT\\(\\) makes it.* tracepoint sched_switch"},
                {"__tracepoint_sched_switch", "functions that call trace_sched_switch\\(\\)"},
                {"__ksymtab_kfree", "how kfree is exported; patch kfree"},
                {"entry_SYSCALL_64", "the CPU enters the kernel here, where nothing is traced; patch what it calls"},
                {"exc_page_fault", "the CPU enters the kernel here"},
                {"__schedule", "on the stack of every sleeping task; neither it nor a caller can be patched"},
                {"__x64_sys_getpid", "patchable; the same code as .*__ia32_sys_getpid: patch it by one name only"},
                {"__x64_sys_read", "patchable: 32-bit programs enter by __ia32_sys_read"},
                {"memcpy", "the same code as __memcpy, "}, {"ksys_read", "  patchable, after "},
                {"bpf_map_lookup_elem", "  patchable, after "}};
        for (String[] expected : answers) {
            assertSays(answer(0, expected[0]), expected[1]);
        }
    }

    @Test
    @NeedsRealThings(RealThing.KERNEL_6_12)
    void of612WhatStandsBeforeAFunctionIsNotTakenForOne() {
        String kernel = RealThings.vmlinuz612().toString();
        String[][] answers = {{"__pfx_kfree", "it is what stands before kfree, and never runs; patch kfree"},
                {"init_once", "  2  \\w{16}  vmlinux  patchable, after (?!__pfx_)\\w+"},
                {"__se_sys_read", "similar: __x64_sys_read\n"}, {"kmalloc", "similar: __kmalloc_noprof"},
                {"cpu_idle_poll", "none of it is traced; patch the callers of cpu_idle_poll instead"},
                {"__SCT__might_resched", "the jump of a static call"},
                {"packet_exit", "\\(klp-target-exit\\): it is __exit code of what is built in"},
                {"finish_task_switch", "name the clone instead: \\.old_name = \"finish_task_switch\\.isra\\.0\""}};
        for (String[] expected : answers) {
            run("kernel", "function", kernel, expected[0]);
            assertSays(out.toString(), expected[1]);
        }
    }

    @Test
    void ofASystemMapItSaysWhatTellsMore() throws IOException {
        Path map = Files.writeString(folder.resolve("System.map-6.1.0"),
                "ffffffff81000000 T _text\nffffffff81000100 T kfree\n");
        assertEquals(0, run("kernel", "function", map.toString(), "kfree"), err::toString);
        assertSays(out.toString(), "not known whether patchable: give the vmlinuz to know");
    }

    @Test
    void jsonTellsWhatToDoAndTheOtherNames() {
        assertEquals(0, run("kernel", "function", "--format", "json", RealThings.vmlinuz().toString(), "memcpy"));
        assertSays(out.toString(), "\"advice\": \"it lies where|\"advice\": \"it is never traced");
        assertSays(out.toString(), "\"sameCodeAs\": \\[\\s*\"__memcpy\"");
    }

    @Test
    void aModulesFunctionsAreFoundByTheirOwnNames() {
        assertEquals(1, run("kernel", "function", "--object", "ext4", RealThings.kernelRoot().toString(), "kfree"));
        assertSays(out.toString(), "no symbol of ext4 has the name kfree, but vmlinux");
    }

    @Test
    void anUnlikelyPartIsPatchedWithItsFunction() {
        assertSays(answer(0, "do_exit.cold"), "the unlikely part of do_exit; patch that one");
    }

    @Test
    void ofAFunctionOfAModuleItSaysWhich() {
        assertEquals(1, run("kernel", "function", RealThings.kernelRoot().toString(), "ext4_readdir"), err::toString);
        assertSays(out.toString(), "no symbol of vmlinux has the name ext4_readdir, but ext4 has: --object ext4\n");
    }

    @Test
    void reasonsAreTheRulesThatALivepatchOfItBreaks() {
        assertSays(answer(0, "jiffies"), "\\(klp-target-data\\)");
        assertSays(answer(0, "do_exit.cold"), "\\(klp-target-cold-part\\)");
        assertSays(answer(0, "packet_exit"), "\\(klp-target-exit\\): it is __exit code of what is built in");
    }

    @Test
    void anEmptyNameIsWrongUse() {
        assertEquals(2, run("kernel", "function", RealThings.vmlinuz().toString(), " "));
        assertEquals("klpls: the name of a function is empty\n", err.toString());
    }

    @Test
    void whatRanAtBootIsGone() {
        String answer = answer(0, "start_kernel");
        assertSays(answer, "not patchable \\(klp-target-init\\): it ran at boot, and its memory is freed");
    }

    @Test
    void functionsOfModulesAreToldAsThoseOfVmlinux() {
        String root = RealThings.kernelRoot().toString();
        assertEquals(0, run("kernel", "function", "--object", "ext4", root, "ext4_alloc_inode"), err::toString);
        assertSays(out.toString(), "^struct inode \\*ext4_alloc_inode\\(struct super_block \\*");
        assertSays(out.toString(), "ext4  patchable, ");
        assertEquals(0, run("kernel", "type", "--object", "ext4", root, "struct ext4_inode_info"), err::toString);
        assertSays(out.toString(), "(?m)^struct ext4_inode_info \\{\n");
        assertSays(out.toString(), "struct inode vfs_inode; +/\\* \\d+ \\d+ \\*/");
        assertEquals(0, run("kernel", "modules", "--module", "kvm-intel", root), err::toString);
        assertSays(out.toString(), "loaded first .*\\bkvm\\b");
        assertEquals(0, run("kernel", "modules", root), err::toString);
        assertSays(out.toString(), "(?m)^ext4\t\\d+\t\\d+\t\\d+\t\\d+\t\\S*jbd2\\S*\tkernel/fs/ext4/ext4\\.ko$");
    }

    @Test
    void aWrongObjectOrTypeIsSaidInOneLine() {
        String root = RealThings.kernelRoot().toString();
        for (List<String> wrong : List.of(List.of("function", "--object", "nosuch", root, "show"),
                List.of("symbols", "--object", "nosuch", root), List.of("modules", "--module", "nosuch", root),
                List.of("modules", RealThings.vmlinuz().toString()))) {
            String[] arguments = Stream.concat(Stream.of("kernel"), wrong.stream())
                    .toArray(String[]::new);
            assertEquals(2, run(arguments), wrong::toString);
            assertEquals(1, err.toString().lines().count(), err::toString);
        }
        assertEquals(1, run("kernel", "type", root, "no_such_struct"));
        assertSays(err.toString(), "no type of vmlinux has the name no_such_struct");
    }
}
