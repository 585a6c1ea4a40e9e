package org.klpls.core.kernel.input;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.klpls.core.btf.Btf;
import org.klpls.core.btf.BtfReading;
import org.klpls.core.dwarf.DebugInfoReader;
import org.klpls.core.dwarf.DebugInfoReading;
import org.klpls.core.dwarf.InlineMap;
import org.klpls.core.dwarf.SectionLayout;
import org.klpls.core.elf.ElfBytes;
import org.klpls.core.elf.ElfImage;
import org.klpls.core.elf.ElfSymbol;
import org.klpls.core.elf.SectionHeader;
import org.klpls.core.kernel.KernelIdentity;
import org.klpls.core.kernel.KernelModule;
import org.klpls.core.kernel.KernelModules;
import org.klpls.core.kernel.image.BuildIds;
import org.klpls.core.kernel.index.IndexedKernel;
import org.klpls.core.kernel.index.KernelCache;
import org.klpls.core.kernel.index.KernelFacts;
import org.klpls.core.kernel.index.ModuleDetails;

/**
 * Looks at the files of modules where they are installed, and at their debug info: in the file itself, else in that of the same
 * build-id.
 *
 * @param cache where what was read of debug info is kept
 */
public record InstalledModules(DebugInfoSearch search, KernelCache cache) implements ModuleDetails {
    private static final String TYPES = ".BTF";
    /** What a module of another package than the kernel's goes on from. Source: Documentation/bpf/btf.rst, v6.11. */
    private static final String BASE_TYPES = ".BTF.base";

    /** The file of a module as it was read, or why not: a clause. */
    private record Found(Optional<ElfImage> image, String reason) {}

    @Override
    public Types types(KernelModules modules, KernelModule module, Optional<Btf> vmlinux) {
        Found found = find(modules, module);
        if (found.image().isEmpty()) {
            return new Types.Unknown(found.reason());
        }
        ElfImage image = found.image().get();
        Optional<ElfBytes> section = content(image, TYPES);
        if (section.isEmpty()) {
            return new Types.Unknown(module.file() + " has no .BTF");
        }
        Optional<Btf> own = content(image, BASE_TYPES).flatMap(
                bytes -> Btf.read(bytes) instanceof BtfReading.Read(Btf btf) ? Optional.of(btf) : Optional.empty());
        Optional<Btf> base = own.or(() -> vmlinux);
        if (base.isEmpty()) {
            return new Types.Unknown("they go on from those of the vmlinuz, which was not given");
        }
        return switch (Btf.readModule(section.get(), base.get())) {
            case BtfReading.Read(Btf btf) -> new Types.Known(btf);
            case BtfReading.Failure(String reason) ->
                new Types.Unknown("of the .BTF of " + module.file() + ": " + reason);
        };
    }

    private static Optional<ElfBytes> content(ElfImage image, String section) {
        return image.section(section).map(image::content).filter(c -> c.size() > 0);
    }

    private static Found find(KernelModules modules, KernelModule module) {
        if (modules.folder().isEmpty()) {
            return new Found(Optional.empty(),
                    "an index does not hold them, and its /lib/modules/RELEASE is not known");
        }
        Path file = modules.folder().get().resolve(module.file());
        if (!Files.isRegularFile(file)) {
            return new Found(Optional.empty(), file + " is not there");
        }
        return switch (ModuleFile.read(file)) {
            case ModuleFile.Outcome.Image(ElfImage image) -> new Found(Optional.of(image), "");
            case ModuleFile.Outcome.Failure(String message) -> new Found(Optional.empty(), message);
        };
    }

    @Override
    public DebugInfo debugInfo(KernelModules modules, KernelModule module) {
        Found found = find(modules, module);
        if (found.image().isEmpty()) {
            return new DebugInfo.Unknown(found.reason());
        }
        ElfImage image = found.image().get();
        if (DebugInfoReader.isIn(image)) {
            DebugInfoReading reading = DebugInfoReader.read(image);
            return reading.map().<DebugInfo>map(map -> new DebugInfo.Known(map.bytes(), addresses(image)))
                    .orElseGet(() -> new DebugInfo.Unknown("of " + module.file() + ": "
                            + reading.withoutMap().orElse("it holds no debug info of functions")));
        }
        Optional<String> buildId = BuildIds.of(image);
        if (buildId.isEmpty()) {
            return new DebugInfo.Unknown(
                    module.file() + " has no debug info, and no build-id by which it could be found");
        }
        String key = "inlines-" + InlineMap.VERSION + "-" + buildId.get();
        Optional<ElfBytes> kept = cache.get(key).flatMap(IndexedKernel::inlineMap);
        if (kept.isPresent()) {
            return new DebugInfo.Known(kept.get(), addresses(image));
        }
        List<String> reasons = new ArrayList<>();
        Optional<ElfBytes> map = search.find(buildId.get(), candidates(modules, module, buildId.get()),
                other -> sections(other).equals(sections(image)), reasons);
        if (map.isEmpty()) {
            return new DebugInfo.Unknown(reasons.isEmpty()
                    ? module.file() + " has no debug info, and none of its build is installed"
                    : String.join("; ", reasons));
        }
        cache.put(key, IndexedKernel.of(KernelFacts.of(new KernelIdentity(Optional.empty(), Optional.empty(), buildId,
                Optional.empty(), module.file())).withInlines(map.get())));
        return new DebugInfo.Known(map.get(), addresses(image));
    }

    /** What is loaded, in order: debug info of the same build describes the same. */
    private static List<String> sections(ElfImage image) {
        return image.sections().stream().filter(SectionHeader::isAlloc).map(s -> s.name() + " " + s.size()).toList();
    }

    /** Of the symbols that {@link ModuleFactsReader} lists, in the same order. */
    private static ElfBytes addresses(ElfImage image) {
        SectionLayout layout = SectionLayout.of(image);
        Predicate<ElfSymbol> isListed = ModuleFactsReader::isListed;
        long[] addresses = image.symbols().symbols().filter(isListed)
                .mapToLong(s -> s.section().isPresent() ? layout.address(s) : 0).toArray();
        ByteBuffer bytes = ByteBuffer.allocate(addresses.length * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asLongBuffer().put(addresses);
        return ElfBytes.of(bytes.array());
    }

    /** Where distributions put the debug info of modules: Debian, Fedora, and by build-id. */
    private List<Path> candidates(KernelModules modules, KernelModule module, String buildId) {
        Path folder = modules.folder().orElse(Path.of(""));
        int suffix = module.file().lastIndexOf(".ko");
        String plain = suffix < 0 ? module.file() : module.file().substring(0, suffix + ".ko".length());
        Set<Path> files = new LinkedHashSet<>();
        files.add(folder.resolve(plain + ".debug"));
        Set<Path> roots = new LinkedHashSet<>();
        Optional.ofNullable(folder.getParent()).filter(f -> f.endsWith("lib/modules")).map(Path::getParent)
                .map(Path::getParent).ifPresent(roots::add);
        roots.add(search.root());
        String release = Optional.ofNullable(folder.getFileName()).map(Path::toString).orElse("");
        for (Path root : roots) {
            for (String lib : List.of("lib/modules/", "usr/lib/modules/")) {
                files.add(root.resolve("usr/lib/debug/" + lib + release + "/" + plain));
                files.add(root.resolve("usr/lib/debug/" + lib + release + "/" + plain + ".debug"));
            }
            files.add(root.resolve(DebugInfoSearch.byBuildId(buildId)));
        }
        return files.stream().filter(Files::isRegularFile).toList();
    }
}
