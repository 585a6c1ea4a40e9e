package org.klpls.c.parse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.klpls.c.ast.ExternalDeclaration;
import org.klpls.c.ast.FunctionDefinition;
import org.klpls.c.build.CompileCommand;
import org.klpls.c.pp.DiskFiles;
import org.klpls.c.pp.GccFacts;
import org.klpls.c.pp.HeaderCache;
import org.klpls.c.pp.Preprocessor;
import org.klpls.c.testing.NeedsRealThings;
import org.klpls.c.testing.RealThing;
import org.klpls.c.testing.RealThings;
import org.klpls.c.text.SourceText;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Real kernel files with the real headers: gcc takes them all, so not one problem may be found. */
@NeedsRealThings({RealThing.HEADERS, RealThing.SOURCE})
class KernelFilesTest {
    private static final List<String> BUILT_IN = List.of("fs/proc/meminfo.c", "fs/proc/cmdline.c", "fs/namei.c",
            "fs/exec.c", "fs/read_write.c", "fs/ext4/inode.c", "kernel/sched/core.c", "kernel/sched/fair.c",
            "kernel/fork.c", "kernel/exit.c", "kernel/signal.c", "kernel/module/main.c", "kernel/livepatch/core.c",
            "kernel/livepatch/transition.c", "kernel/trace/ftrace.c", "kernel/bpf/verifier.c", "kernel/bpf/core.c",
            "kernel/workqueue.c", "kernel/time/timer.c", "kernel/locking/mutex.c", "kernel/printk/printk.c",
            "kernel/rcu/tree.c", "mm/slub.c", "mm/memory.c", "mm/page_alloc.c", "mm/mmap.c", "mm/vmscan.c",
            "net/core/dev.c", "net/core/skbuff.c", "net/ipv4/tcp.c", "net/ipv4/tcp_input.c", "net/socket.c",
            "net/netfilter/nf_tables_api.c", "lib/vsprintf.c", "lib/xarray.c", "lib/string.c", "lib/radix-tree.c",
            "arch/x86/kernel/alternative.c", "arch/x86/kernel/cpu/common.c", "crypto/aes_generic.c", "block/bio.c",
            "io_uring/io_uring.c", "security/security.c", "ipc/sem.c", "init/main.c");

    private static final CFrontend FRONTEND = new CFrontend(
            new Preprocessor(new HeaderCache(new DiskFiles()), GccFacts.inUserCache()));

    @Test
    void livepatchesAreParsedWithoutAProblem(@TempDir Path folder) throws IOException {
        CompileCommand flags = KernelFlags.ofModule(folder);
        List<Path> files = new ArrayList<>();
        for (String each : List.of("samples/livepatch", "lib/livepatch")) {
            try (Stream<Path> listed = Files.list(RealThings.source().resolve(each))) {
                listed.filter(it -> it.toString().endsWith(".c")).sorted().forEach(files::add);
            }
        }
        assertTrue(files.size() >= 17, files::toString);
        for (Path file : files) {
            ParseResult result = parse(file, flags);
            assertEquals(List.of(), result.problems(), file::toString);
            assertFalse(result.unit().headerDeclarations().isEmpty(), file::toString);
        }
    }

    @Test
    void filesOfTheKernelAreParsedWithoutAProblem(@TempDir Path folder) throws IOException {
        CompileCommand flags = KernelFlags.builtIn(KernelFlags.ofModule(folder));
        for (String file : BUILT_IN) {
            assertEquals(List.of(), parse(RealThings.source().resolve(file), flags).problems(), file);
        }
    }

    @Test
    void bodiesOfHeaderFunctionsAreParsedWhenAskedFor(@TempDir Path folder) throws IOException {
        CompileCommand flags = KernelFlags.ofModule(folder);
        ParseResult result = parse(RealThings.source().resolve("samples/livepatch/livepatch-sample.c"), flags);
        int bodies = 0;
        for (ExternalDeclaration external : result.unit().headerDeclarations()) {
            if (external instanceof FunctionDefinition function) {
                assertTrue(function.body().isEmpty(), function.name());
                assertEquals(function.end(), result.unit().body(function).end(), function.name());
                bodies++;
            }
        }
        assertTrue(bodies > 100, "the headers have inline functions");
    }

    private static ParseResult parse(Path file, CompileCommand flags) throws IOException {
        return FRONTEND.parse(SourceText.of(file, Files.readString(file)), flags);
    }
}
