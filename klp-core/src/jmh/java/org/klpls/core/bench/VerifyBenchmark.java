package org.klpls.core.bench;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.klpls.core.elf.ElfDraft;
import org.klpls.core.elf.Rela;
import org.klpls.core.elf.SectionHeader;
import org.klpls.core.kernel.TargetKernel;
import org.klpls.core.loader.ModuleLoader;
import org.klpls.core.loader.Verdict;
import org.klpls.core.module.LivepatchFixture;
import org.klpls.core.module.LivepatchModule;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Reading and verifying a livepatch with as many relocations as ext4.ko has, and with a million. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class VerifyBenchmark {
    @Param({"36800", "1000000"})
    int relocations;

    private final TargetKernel kernel = LivepatchFixture.kernel();
    private byte[] module;

    @Setup
    public void build() {
        ElfDraft draft = LivepatchFixture.good();
        draft.section(".data.many", SectionHeader.SHT_PROGBITS, SectionHeader.SHF_ALLOC | SectionHeader.SHF_WRITE)
                .data(new byte[relocations * Long.BYTES]).align(8);
        ByteBuffer table = ByteBuffer.allocate(relocations * Rela.SIZE).order(ByteOrder.LITTLE_ENDIAN);
        int symbol = draft.symbolIndex("patch");
        for (int i = 0; i < relocations; i++) {
            table.putLong((long) i * Long.BYTES).putInt(LivepatchFixture.ABS64).putInt(symbol).putLong(i);
        }
        draft.relocations(".rela.data.many", 0, ".data.many").data(table.array());
        module = draft.build();
    }

    @Benchmark
    public Verdict verify() {
        LivepatchModule read = LivepatchModule.of(LivepatchFixture.PATH, module).module().orElseThrow();
        return ModuleLoader.verify(read, kernel, List.of());
    }
}
