package org.klpls.core.facts;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.klpls.core.kernel.KernelSymbol;
import org.klpls.core.kernel.PatchPoints;
import org.klpls.core.kernel.TargetKernel;
import org.klpls.core.kernel.Traceability;
import org.klpls.core.model.ObjectName;

/** What an author does about a symbol that livepatch cannot take hold of, or not as it seems. */
final class PatchAdvice {
    /** Source: include/trace/stages/stage4..6, include/trace/perf.h, include/trace/bpf_probe.h, v6.12: called by the tracepoint only. */
    private static final Pattern PROBE = Pattern
            .compile("(?:trace_event_raw_event|trace_event_raw_event_synth|perf_trace|__bpf_trace|__probestub)_(\\w+)");
    /** Tells of a trace entry in words, when it is read. Source: include/trace/stages/stage3_trace_output.h, v6.12. */
    private static final Pattern PRINTS = Pattern.compile("trace_raw_output_(\\w+)");
    /** Source: arch/x86/kernel/ftrace_64.S, kernel/livepatch/patch.c, v6.12. */
    private static final Pattern OF_TRACER = Pattern.compile(
            "__fentry__|ftrace_(?:regs_)?caller|ftrace_(?:stub|epilogue)\\w*|(?:arch_)?ftrace_ops_list_func|klp_ftrace_handler");
    /** Source: arch/x86/lib/retpoline.S, v6.12. */
    private static final Pattern THUNK = Pattern.compile("__x86_(?:indirect|return)_\\w+|\\w+_return_thunk");
    /** Called by the hardware, or by a system call instruction. Source: arch/x86/include/asm/idtentry.h, v6.12. */
    private static final Pattern ENTERED = Pattern
            .compile(
                    "(?:asm_|exc_|sysvec_|entry_|do_syscall_|do_fast_syscall_|do_int80_|common_interrupt|irq_entries_|ret_from_fork_asm).*");
    private static final Pattern BOUNDARY = Pattern.compile("_[se]?(?:init)?text|__\\w*text_(?:start|end)");
    private static final Pattern SYSTEM_CALL = Pattern.compile("__x64_(sys_\\w+)");

    private PatchAdvice() {}

    /**
     * A clause that follows whether it can be patched; empty where there is nothing to add.
     *
     * @param reasons codes of the rules that a livepatch of it breaks
     */
    static Optional<String> of(TargetKernel kernel, KernelSymbol symbol, List<String> reasons) {
        if (kernel.traceability(symbol) instanceof Traceability.Unknown) {
            return Optional.of(symbol.object().equals(ObjectName.VMLINUX)
                    ? "give the vmlinuz to know"
                    : "give its file, as in /lib/modules/RELEASE, to know");
        }
        if (reasons.isEmpty()) {
            return ofPatchable(kernel, symbol);
        }
        return Stream.of(ofStaticCall(kernel, symbol), ofGenerated(symbol), ofFixed(symbol), ofCold(symbol),
                ofCode(symbol, reasons))
                .flatMap(Optional::stream).findFirst();
    }

    private static Optional<String> ofPatchable(TargetKernel kernel, KernelSymbol symbol) {
        Matcher call = SYSTEM_CALL.matcher(symbol.name());
        if (!call.matches()) {
            return Optional.empty();
        }
        return Stream.of("__ia32_compat_" + call.group(1), "__ia32_" + call.group(1))
                .filter(name -> kernel.occurrences(symbol.object(), name).stream()
                        .anyMatch(s -> s.address() != symbol.address()))
                .findFirst().map(name -> "32-bit programs enter by " + name);
    }

    /** Source: include/linux/static_call_types.h, v6.12. */
    private static Optional<String> ofStaticCall(TargetKernel kernel, KernelSymbol symbol) {
        boolean isTrampoline = symbol.name().startsWith("__SCT__");
        if (!isTrampoline && !symbol.name().startsWith("__SCK__")) {
            return Optional.empty();
        }
        String call = symbol.name().substring("__SCT__".length());
        String is = isTrampoline
                ? "it is the jump of a static call, which the kernel rewrites as it runs"
                : "it is data: the key of a static call";
        if (call.startsWith("tp_func_")) {
            return Optional.of(is + ", to the probes of tracepoint " + call.substring("tp_func_".length())
                    + "; patch the functions that have the tracepoint");
        }
        String targets = Stream.of(call, "__" + call, "native_" + call, call.replaceFirst("^pv_", "native_"))
                .filter(name -> kernel.occurrences(symbol.object(), name).stream().anyMatch(KernelSymbol::isText))
                .distinct().reduce((a, b) -> a + " or " + b).map(names -> ", such as " + names).orElse("");
        return Optional.of(is + "; patch the function that the call goes to" + targets
                + ", or those that make the call");
    }

    /** What macros, the compiler and objtool make beside a function. */
    private static Optional<String> ofGenerated(KernelSymbol symbol) {
        String name = symbol.name();
        for (String prefix : List.of("__pfx_", "__cfi_")) {
            if (name.startsWith(prefix)) {
                String function = name.substring(prefix.length());
                return Optional.of("it is what stands before " + function + ", and never runs; patch " + function);
            }
        }
        Matcher probe = PROBE.matcher(name);
        if (symbol.isText() && probe.matches()) {
            return Optional.of("TRACE_EVENT() makes it, and only the tracepoint calls it; patch the functions that"
                    + " have tracepoint " + probe.group(1));
        }
        Matcher prints = PRINTS.matcher(name);
        if (symbol.isText() && prints.matches()) {
            return Optional.of("TRACE_EVENT() makes it, to print tracepoint " + prints.group(1)
                    + "; it cannot be replaced");
        }
        return symbol.isText() ? Optional.empty() : ofGeneratedData(name);
    }

    private static Optional<String> ofGeneratedData(String name) {
        if (name.startsWith("__tracepoint_")) {
            return Optional.of("it is data: a tracepoint; patch the functions that call trace_"
                    + name.substring("__tracepoint_".length()) + "()");
        }
        if (name.startsWith("__ksymtab_")) {
            String exported = name.substring("__ksymtab_".length());
            return Optional.of("it is data: how " + exported + " is exported; patch " + exported);
        }
        return name.startsWith("__initcall_")
                ? Optional.of("it is data: it names a function that runs at boot")
                : Optional.empty();
    }

    /** What cannot be replaced at all, and what is no function. */
    private static Optional<String> ofFixed(KernelSymbol symbol) {
        String name = symbol.name();
        if (!symbol.isText()) {
            return Optional.empty();
        }
        if (isBoundary(name)) {
            return Optional.of("it marks where a section begins or ends, and is no function");
        }
        if (OF_TRACER.matcher(name).matches()) {
            return Optional.of("livepatching itself runs it; it cannot be replaced");
        }
        return THUNK.matcher(name).matches()
                ? Optional.of(
                        "it is a jump that the compiler makes of others, against speculation; it cannot be replaced")
                : Optional.empty();
    }

    /** Source: include/asm-generic/sections.h, v6.12. */
    static boolean isBoundary(String name) {
        return BOUNDARY.matcher(name).matches();
    }

    private static Optional<String> ofCold(KernelSymbol symbol) {
        int cold = symbol.isText() ? symbol.name().indexOf(".cold") : -1;
        return cold > 0
                ? Optional.of("the unlikely part of " + symbol.name().substring(0, cold) + "; patch that one")
                : Optional.empty();
    }

    private static Optional<String> ofCode(KernelSymbol symbol, List<String> reasons) {
        if (!symbol.isText()) {
            return Optional.of("it is data, not a function; patch the functions that use it");
        }
        if (symbol.name().equals(PatchPoints.SCHEDULE)) {
            return Optional.of("it is on the stack of every sleeping task; neither it nor a caller can be patched");
        }
        String reason = reasons.getFirst();
        if (ENTERED.matcher(symbol.name()).matches()
                && (reason.equals("klp-target-noinstr") || reason.equals("klp-target-notrace"))) {
            return Optional.of("the CPU enters the kernel here, where nothing is traced; patch what it calls");
        }
        return switch (reason) {
            case "klp-target-init" -> Optional.of("it ran at boot, and its memory is freed");
            case "klp-target-exit" -> Optional.of(symbol.object().equals(ObjectName.VMLINUX)
                    ? "it is __exit code of what is built in, which never runs"
                    : "it is __exit code, which is never traced; patch what it calls");
            case "klp-target-noinstr" ->
                Optional.of("it lies where nothing is traced; patch its callers instead");
            case "klp-target-notrace" -> Optional.of("it is never traced; patch its callers instead");
            default -> Optional.empty();
        };
    }
}
