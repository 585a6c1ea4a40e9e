package org.klpls.core.module;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import org.klpls.core.elf.ElfBytes;
import org.klpls.core.elf.ElfImage;
import org.klpls.core.elf.ElfProblem;
import org.klpls.core.elf.ElfReader;
import org.klpls.core.elf.ElfReading;
import org.klpls.core.elf.ElfSymbol;
import org.klpls.core.elf.SymIndex;
import org.klpls.core.elf.SymbolTable;
import org.klpls.core.kernel.TargetKernel;
import org.klpls.core.kernel.image.Compression;
import org.klpls.core.kernel.image.Inflated;
import org.klpls.core.kernel.image.Inflater;
import org.klpls.core.model.ElfPlace;
import org.klpls.core.model.KlpPatch;
import org.klpls.core.model.Modinfo;
import org.klpls.core.rule.Skipped;

/**
 * A built kernel module, seen as a livepatch. Immutable.
 *
 * @param image the ELF file without an appended signature
 * @param signer who signed it, where a signature behind it says
 * @param problems what is wrong with the file, though it could be read
 */
public record LivepatchModule(ElfImage image, AppendedSignature.State signature, Optional<ModuleSigner> signer,
        Modinfo modinfo,
        SymbolVersions versions, List<KlpRelocationSection> klpRelocations, List<ElfProblem> problems) {
    /** Bytes that tell of a compression. */
    private static final int HEAD = 16;

    public LivepatchModule {
        klpRelocations = List.copyOf(klpRelocations);
        problems = List.copyOf(problems);
    }

    /** Reads the file, also a {@code .ko.xz}, {@code .ko.zst} or {@code .ko.gz}; never throws for what it is or holds. */
    public static ModuleReading read(Path path) {
        ElfReader.FileBytes file = ElfReader.load(path);
        return file.bytes().map(bytes -> ofFile(path, bytes)).orElseGet(
                () -> new ModuleReading(Optional.empty(), file.problem().stream().toList()));
    }

    private static ModuleReading ofFile(Path path, ElfBytes file) {
        byte[] head = file.slice(0, Math.min(HEAD, file.size())).toArray();
        Optional<Compression> compression = Compression.at(head, 0);
        if (compression.isEmpty()) {
            return of(path, file);
        }
        byte[] bytes = file.toArray();
        return switch (Inflater.inflate(compression.get(), bytes, 0, bytes.length, OptionalLong.empty(),
                Inflater.LARGEST_MODULE)) {
            case Inflated.Bytes(byte[] module) -> of(path, module);
            case Inflated.Failure(String reason, String _) -> new ModuleReading(Optional.empty(),
                    List.of(new ElfProblem(ElfProblem.Kind.BAD_MAGIC, ElfPlace.of(path), path + " " + reason)));
        };
    }

    /** The same for bytes that the caller has and no longer changes. */
    public static ModuleReading of(Path path, byte[] bytes) {
        return of(path, ElfBytes.of(bytes));
    }

    private static ModuleReading of(Path path, ElfBytes bytes) {
        AppendedSignature signature = AppendedSignature.strip(bytes);
        ElfReading reading = ElfReader.read(path, signature.module());
        return new ModuleReading(reading.image().map(image -> new LivepatchModule(image, signature.state(),
                signature.signer(),
                ModinfoReader.read(image), SymbolVersions.read(image), klpRelocations(image), reading.problems())),
                reading.problems());
    }

    private static List<KlpRelocationSection> klpRelocations(ElfImage image) {
        return image.sections().stream().filter(KlpRelocationSection::isOne).map(KlpRelocationSection::of).toList();
    }

    public Path path() {
        return image.path();
    }

    /** The name that modpost gave it; for one built without, the file's, as kmod makes names of files. */
    public String name() {
        return modinfo.first("name").map(Modinfo.Entry::value).orElseGet(() -> {
            String file = path().getFileName() == null ? "" : path().getFileName().toString();
            int dot = file.indexOf('.');
            return (dot < 0 ? file : file.substring(0, dot)).replace('-', '_');
        });
    }

    /** Whether the kernel takes it for a livepatch: the key counts, not its value. */
    public boolean isMarkedLivepatch() {
        return modinfo.first("livepatch").isPresent();
    }

    /** Whether anything in it shows that it was meant to be a livepatch. */
    public boolean looksLikeLivepatch() {
        return isMarkedLivepatch() || !klpRelocations.isEmpty() || callsEnable();
    }

    /** Whether its code refers to klp_enable_patch(). */
    public boolean callsEnable() {
        SymbolTable symbols = image.symbols();
        return LongStream.range(0, symbols.count()).mapToObj(SymIndex::new)
                .anyMatch(i -> symbols.shndx(i) == ElfSymbol.SHN_UNDEF && symbols.name(i).equals("klp_enable_patch"));
    }

    /** The struct klp_patch objects; where they lie in the data is read with the kernel's own struct layouts. */
    public ModulePatches patches(Optional<TargetKernel> kernel) {
        if (!looksLikeLivepatch()) {
            return new ModulePatches(List.of(), List.of(), 0, List.of());
        }
        return kernel.flatMap(KlpStructs::of).map(structs -> patches(structs, assumptions(kernel.orElseThrow())))
                .orElseGet(() -> new ModulePatches(List.of(), List.of(), 0,
                        List.of(new Skipped("module patches",
                                "the layout of struct klp_patch is not known, so the tables in " + path().getFileName()
                                        + " cannot be read",
                                "give --kernel a vmlinuz, or a vmlinux with type information"))));
    }

    private static List<Skipped> assumptions(TargetKernel kernel) {
        return KlpStructs.isTold(kernel)
                ? List.of()
                : List.of(new Skipped("layout of struct klp_patch",
                        "the kernel given does not tell it; taken is the usual one of its version",
                        "give --kernel a vmlinuz, or a vmlinux with type information"));
    }

    /** What kpatch-build or objtool left, of which the module's own code makes patches when it is loaded. */
    public List<KlpPatch> toolPatches() {
        return ToolPatches.read(image);
    }

    /** The callbacks that kpatch-build left. */
    public List<ToolCallback> toolCallbacks() {
        return ToolCallback.read(image);
    }

    private ModulePatches patches(KlpStructs structs, List<Skipped> assumed) {
        RelocatedData data = RelocatedData.of(image);
        PatchReader reader = new PatchReader(image, data, ModuleSymbols.of(image), structs);
        PatchFinder.Found found = new PatchFinder(image, data, structs).find();
        List<KlpPatch> withoutModule = found.patches().stream().filter(p -> data.pointer(p.section(),
                p.offset() + structs.patch().mod()) instanceof Pointer.Null).map(reader::read).toList();
        return new ModulePatches(found.patches().stream().map(reader::read).toList(), withoutModule, found.calls(),
                assumed);
    }
}
