package org.klpls.core.kernel.input;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.klpls.core.elf.ElfBytes;
import org.klpls.core.kernel.image.BootImage;
import org.klpls.core.kernel.index.IndexFile;
import org.klpls.core.kernel.index.KernelCache;

/** Reads one source. */
public final class SourceReader {
    private static final long LARGEST_FILE = Integer.MAX_VALUE - 8L;
    private static final int HEAD = 4096;

    private SourceReader() {}

    /**
     * What it tells; nothing that it holds makes this throw.
     *
     * @param cache where what was read of a folder's modules is kept
     */
    public static Told read(KernelSource source, KernelCache cache) {
        try {
            return switch (source) {
                case KernelSource.Image(Path path) -> image(path);
                case KernelSource.SymbolList(Path path) -> SymbolListInput.read(path);
                case KernelSource.Modules(Path path) -> ModulesInput.read(path, cache);
                case KernelSource.BuildFolder(Path path) -> BuildFolderInput.read(path);
                case KernelSource.Symvers(Path path) -> BuildFolderInput.readSymvers(path);
                case KernelSource.Config(Path path) -> BuildFolderInput.readConfig(path);
                case KernelSource.Index(Path path) -> index(path);
            };
        } catch (IOException e) {
            return Told.problem(source.path().toString(), source.path() + " cannot be read: " + e.getMessage(),
                    "check the path and its permissions");
        }
    }

    private static Told image(Path file) throws IOException {
        if (Files.size(file) > LARGEST_FILE) {
            return Told.problem(file.toString(), file + " has " + Files.size(file)
                    + " bytes; files of 2 GiB and more are not read", KernelInputs.FORMS);
        }
        ElfBytes mapped = ElfBytes.map(file);
        byte[] head = mapped.slice(0, Math.min(HEAD, mapped.size())).toArray();
        // A vmlinux with debug info has many hundred MB, most of them never looked at: it stays where it is.
        return BootImage.recognises(head)
                ? ImageInput.readBootImage(file, Files.readAllBytes(file))
                : ImageInput.readVmlinux(file, mapped);
    }

    private static Told index(Path file) {
        return switch (IndexFile.open(file)) {
            case IndexFile.Opened.Kernel(var kernel) -> Told.facts(kernel.toFacts());
            case IndexFile.Opened.Failure(String reason) -> Told.problem(file.toString(), file + " " + reason,
                    "make it again with 'klpls kernel index'");
        };
    }
}
