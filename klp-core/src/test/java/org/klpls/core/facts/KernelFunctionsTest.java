package org.klpls.core.facts;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.klpls.core.facts.KernelFunctionFacts.CodeFacts;
import org.klpls.core.facts.KernelFunctionFacts.OccurrenceFacts;
import org.klpls.core.kernel.FixtureKernel;
import org.klpls.core.kernel.KernelSymbol;
import org.klpls.core.model.ObjectName;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What is said of each kind of symbol is what an author can act on. */
class KernelFunctionsTest {
    private static final FixtureKernel KERNEL = FixtureKernel.of("""
            vmlinux ffffffff81000000 T _stext                     no  text
            vmlinux ffffffff81000000 T first                      yes text
            vmlinux ffffffff81000010 t __cfi_show                 no  text
            vmlinux ffffffff81000020 t show                       yes text
            vmlinux ffffffff81000030 t other                      yes text
            vmlinux ffffffff81000040 t __pfx_show                 no  text
            vmlinux ffffffff81000050 t show                       yes text
            vmlinux ffffffff81000060 T __do_sys_getpid            yes text
            vmlinux ffffffff81000060 T __ia32_sys_getpid          yes text
            vmlinux ffffffff81000060 T __x64_sys_getpid           yes text
            vmlinux ffffffff81000070 T __x64_sys_ioctl            yes text
            vmlinux ffffffff81000080 T __ia32_compat_sys_ioctl    yes text
            vmlinux ffffffff81000090 T __cond_resched             yes sched
            vmlinux ffffffff810000a0 T native_steal_clock         yes text
            vmlinux ffffffff810000b0 T __schedule                 no  sched
            vmlinux ffffffff810000c0 t a_probe                    -   text
            vmlinux ffffffff81000100 T __SCT__cond_resched        no  text
            vmlinux ffffffff81000108 T __SCT__pv_steal_clock      no  text
            vmlinux ffffffff81000110 T __SCT__tp_func_sched_wake  no  text
            vmlinux ffffffff81000118 T __SCT__kvm_x86_get_rflags  no  text
            vmlinux ffffffff81000120 t perf_trace_sched_wake      no  text
            vmlinux ffffffff81000122 t trace_raw_output_wake      no  text
            vmlinux ffffffff81000124 T __fentry__                 no  text
            vmlinux ffffffff81000126 T __x86_indirect_thunk_rax   no  text
            vmlinux ffffffff81000128 T irq_entries_start          no  text
            vmlinux ffffffff81000130 T asm_exc_page_fault         no  entry
            vmlinux ffffffff82000000 D __SCK__cond_resched        no  data
            vmlinux ffffffff82000010 D __tracepoint_sched_wake    no  data
            vmlinux ffffffff82000020 r __ksymtab_first            no  data
            vmlinux ffffffff82000030 D jiffies                    no  data
            hid     0                t hid_probe                  -   text
            @function __schedule kernel/sched/core.c:6464 __schedule
            """);

    private static List<OccurrenceFacts> occurrences(String name) {
        return KernelFunctions.of(KERNEL, ObjectName.VMLINUX, name).occurrences();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            __SCT__cond_resched       | patch the function that the call goes to, such as __cond_resched, or
            __SCT__pv_steal_clock     | such as native_steal_clock, or
            __SCT__kvm_x86_get_rflags | patch the function that the call goes to, or those that make the call
            __SCT__tp_func_sched_wake | to the probes of tracepoint sched_wake; patch the functions that have
            __SCK__cond_resched       | it is data: the key of a static call; patch the function that
            perf_trace_sched_wake     | only the tracepoint calls it; patch the functions that have tracepoint sched_wake
            __cfi_show                | it is what stands before show, and never runs; patch show
            __pfx_show                | it is what stands before show, and never runs; patch show
            __tracepoint_sched_wake   | patch the functions that call trace_sched_wake()
            __ksymtab_first           | how first is exported; patch first
            jiffies                   | it is data, not a function; patch the functions that use it
            trace_raw_output_wake     | to print tracepoint wake; it cannot be replaced
            __fentry__                | livepatching itself runs it; it cannot be replaced
            __x86_indirect_thunk_rax  | it is a jump that the compiler makes of others
            _stext                    | it marks where a section begins or ends, and is no function
            irq_entries_start         | the CPU enters the kernel here
            asm_exc_page_fault        | the CPU enters the kernel here
            __schedule                | on the stack of every sleeping task; neither it nor a caller can be patched
            __x64_sys_ioctl           | 32-bit programs enter by __ia32_compat_sys_ioctl
            a_probe                   | give the vmlinuz to know
            """)
    void eachKindOfSymbolHasItsAdvice(String name, String says) {
        String advice = occurrences(name).getFirst().advice().orElse("");
        assertTrue(advice.contains(says), advice);
    }

    @Test
    void namesOfOneCodeAreToldButForMarksOfSections() {
        assertEquals(List.of("__ia32_sys_getpid", "__x64_sys_getpid"),
                occurrences("__do_sys_getpid").getFirst().sameCodeAs());
        assertEquals(Optional.empty(), occurrences("__x64_sys_getpid").getFirst().advice());
        assertEquals(List.of(), occurrences("first").getFirst().sameCodeAs());
    }

    @Test
    void namesakesAreToldByTheFunctionBeforeThem() {
        assertEquals(List.of("first", "other"), occurrences("show").stream()
                .map(o -> o.before().map(KernelSymbol::name).orElse("none")).toList());
    }

    @Test
    void ofAModulesFunctionItIsSaidWhatTellsMore() {
        assertEquals(Optional.of("give its file, as in /lib/modules/RELEASE, to know"), KernelFunctions
                .of(KERNEL, ObjectName.ofElfName("hid"), "hid_probe").occurrences().getFirst().advice());
    }

    @Test
    void scheduleIsBeyondReach() {
        var schedule = KernelFunctions.of(KERNEL, ObjectName.VMLINUX, "__schedule").definitions().getFirst();
        assertEquals(List.of("__schedule"), schedule.beyondReach().stream().map(CodeFacts::name).toList());
        assertEquals(List.of(), schedule.callers());
    }
}
