package org.klpls.core.kernel.index;

import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.klpls.core.btf.Btf;
import org.klpls.core.dwarf.InlineMap;
import org.klpls.core.elf.ElfBytes;
import org.klpls.core.kernel.Inlines;
import org.klpls.core.kernel.KernelModule;
import org.klpls.core.kernel.KernelModules;
import org.klpls.core.kernel.KernelProblem;
import org.klpls.core.kernel.KernelSymbol;
import org.klpls.core.kernel.Memo;
import org.klpls.core.kernel.index.IndexedInlines.SymbolsByAddress;

/** What is known of modules beside what the index holds; kept for those that were asked for last. */
final class IndexedModules {
    private final KernelModules modules;
    private final Optional<Btf> vmlinux;
    private final ModuleDetails details;
    private final Memo<KernelModule, ModuleDetails.Types> types = new Memo<>();
    private final Memo<KernelModule, FoundInlines> inlines = new Memo<>();

    /** What the compiler made of a module's functions, or why that is not known. */
    private record FoundInlines(Optional<Inlines> inlines, Optional<String> reason) {
        static FoundInlines not(String reason) {
            return new FoundInlines(Optional.empty(), Optional.of(reason));
        }
    }

    IndexedModules(KernelModules modules, Optional<Btf> vmlinux, ModuleDetails details) {
        this.modules = modules;
        this.vmlinux = vmlinux;
        this.details = details;
    }

    KernelModules all() {
        return modules;
    }

    Optional<Btf> types(String name) {
        return modules.named(name).flatMap(module -> types(module) instanceof ModuleDetails.Types.Known(Btf btf)
                ? Optional.of(btf)
                : Optional.empty());
    }

    private ModuleDetails.Types types(KernelModule module) {
        return types.get(module, m -> details.types(modules, m, vmlinux));
    }

    Optional<KernelProblem> withoutTypes(String name) {
        return modules.named(name).flatMap(module -> switch (types(module)) {
            case ModuleDetails.Types.Known _ -> Optional.empty();
            case ModuleDetails.Types.Unknown(String reason) -> Optional.of(new KernelProblem(module.file(),
                    "types of " + name + " are not known: " + reason,
                    "give --kernel also the vmlinuz and the /lib/modules/RELEASE of one build"));
        });
    }

    /**
     * @param numbers of the module's symbols in the index
     * @param symbol by that number
     */
    Optional<Inlines> inlines(String name, IntStream numbers, IntFunction<KernelSymbol> symbol) {
        return modules.named(name).flatMap(module -> found(module, numbers.toArray(), symbol).inlines());
    }

    Optional<KernelProblem> withoutInlines(String name, IntStream numbers, IntFunction<KernelSymbol> symbol) {
        return modules.named(name).flatMap(module -> found(module, numbers.toArray(), symbol).reason()
                .map(reason -> new KernelProblem(module.file(),
                        "inline copies in " + name + " are not known: " + reason,
                        "give a module that is built with debug info, install its debug info (Debian: the package"
                                + " linux-image-RELEASE-dbg), or set DEBUGINFOD_URLS")));
    }

    private FoundInlines found(KernelModule module, int[] numbers, IntFunction<KernelSymbol> symbol) {
        return inlines.get(module, m -> switch (details.debugInfo(modules, m)) {
            case ModuleDetails.DebugInfo.Unknown(String reason) -> FoundInlines.not(reason);
            case ModuleDetails.DebugInfo.Known(ElfBytes map, ElfBytes addresses) ->
                joined(map, addresses, numbers, symbol);
        });
    }

    private static FoundInlines joined(ElfBytes bytes, ElfBytes addresses, int[] numbers,
            IntFunction<KernelSymbol> symbol) {
        Optional<InlineMap> map = InlineMap.of(bytes);
        if (map.isEmpty() || addresses.size() != (long) numbers.length * Long.BYTES) {
            return FoundInlines.not("its file has changed since it was read");
        }
        SymbolsByAddress symbols = SymbolsByAddress.of(
                IntStream.range(0, numbers.length).filter(i -> address(addresses, i) != 0),
                i -> address(addresses, i), i -> symbol.apply(numbers[i]));
        return new FoundInlines(Optional.of(new IndexedInlines(map.get(), symbols)), Optional.empty());
    }

    private static long address(ElfBytes addresses, int i) {
        return addresses.u64((long) i * Long.BYTES);
    }
}
