package org.klpls.core.loader;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.klpls.core.elf.SectionHeader;
import org.klpls.core.kernel.KernelChange;
import org.klpls.core.kernel.KernelSymbol;
import org.klpls.core.model.ElfPlace;
import org.klpls.core.model.ObjectName;

/**
 * Takes up the places where functions can be traced. One that is no call of {@code __fentry__} turns ftrace off for good, and
 * livepatching with it. Source: kernel/trace/ftrace.c ftrace_process_locs(), arch/x86/kernel/ftrace.c ftrace_verify_code(),
 * v6.1.
 */
final class FtraceModuleInit {
    static final String SECTION = "__mcount_loc";

    private static final int CALL = 0xe8;
    private static final int CALL_SIZE = 5;

    private final Loading loading;
    private final RelocationContext context;
    private final Optional<Long> fentry;

    private FtraceModuleInit(Loading loading, RelocationContext context) {
        this.loading = loading;
        this.context = context;
        this.fentry = loading.kernel().occurrences(ObjectName.VMLINUX, "__fentry__").stream()
                .map(KernelSymbol::address).findFirst();
    }

    static void run(Loading loading, RelocationContext context) {
        loading.loadedSection(SECTION).ifPresent(s -> new FtraceModuleInit(loading, context).locations(s));
    }

    /** The first bad one is the last that is looked at. */
    private void locations(SectionHeader section) {
        long base = context.layout().address(section.index()).orElse(0L);
        for (long offset = 0; base != 0 && offset <= section.size() - Long.BYTES; offset += Long.BYTES) {
            long at = base + offset;
            if (!context.memory().holds(at, Long.BYTES)) {
                return;
            }
            long ip = context.memory().read(at, Long.BYTES);
            if (ip != 0 && !context.unknown().contains(at) && !isCallOfFentry(ip)) {
                loading.disableFtrace();
                loading.happens(new FinalizeEvent.NotAtFentry(
                        ElfPlace.of(loading.module().path(), section.name(), offset), ip, ftraceBug(ip)));
                return;
            }
        }
    }

    /** Source: kernel/trace/ftrace.c ftrace_bug(), v6.1: what is there, and the call that should be. */
    private List<String> ftraceBug(long ip) {
        List<String> messages = new ArrayList<>();
        if (fentry.isPresent() && context.memory().holds(ip, CALL_SIZE)) {
            byte[] call = ByteBuffer.allocate(CALL_SIZE).order(ByteOrder.LITTLE_ENDIAN).put((byte) CALL)
                    .putInt((int) (fentry.get() - ip - CALL_SIZE)).array();
            messages.add(" actual:   " + hex(context.memory().bytes(ip, CALL_SIZE)));
            messages.add(" expected: " + hex(call));
        }
        loading.kernel().occurrences(ObjectName.VMLINUX, "ftrace_caller").stream().findFirst().ifPresent(caller -> {
            messages.add(loading.version().has(KernelChange.MORE_SAID) ? " (0)    " : " (0)  ");
            messages.add(" expected tramp: " + Long.toHexString(caller.address()));
        });
        return messages;
    }

    private static String hex(byte[] bytes) {
        return HexFormat.ofDelimiter(":").formatHex(bytes);
    }

    private boolean isCallOfFentry(long ip) {
        if (!context.memory().holds(ip, CALL_SIZE)) {
            return false;
        }
        if (context.memory().read(ip, 1) != CALL) {
            return false;
        }
        long target = ip + CALL_SIZE + (int) context.memory().read(ip + 1, Integer.BYTES);
        return fentry.isEmpty() || context.unknown().contains(ip + 1) || target == fentry.get();
    }
}
