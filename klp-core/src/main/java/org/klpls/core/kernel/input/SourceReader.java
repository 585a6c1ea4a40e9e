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
    /** It is read as a whole. KERNEL_IMAGE_SIZE is 1 GiB. Source: arch/x86/include/asm/page_64_types.h, v6.1. */
    private static final long LARGEST_BOOT_IMAGE = 1 << 30;
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
        } catch (InternalError _) {
            // What the JDK throws where a mapped file has become shorter: somebody is writing it.
            return Told.problem(source.path().toString(), source.path() + " became shorter while it was read",
                    "wait until it is written, and try again");
        }
    }

    private static Told image(Path file) throws IOException {
        ElfBytes mapped = ElfBytes.map(file);
        byte[] head = mapped.slice(0, Math.min(HEAD, mapped.size())).toArray();
        // A vmlinux with debug info has many hundred MB, most of them never looked at: it stays where it is.
        if (!BootImage.recognises(head)) {
            return ImageInput.readVmlinux(file, mapped);
        }
        return mapped.size() > LARGEST_BOOT_IMAGE
                ? Told.problem(file.toString(), file + " has " + mapped.size()
                        + " bytes; compressed kernels of more than 1 GiB are not read", KernelInputs.FORMS)
                : ImageInput.readBootImage(file, Files.readAllBytes(file));
    }

    private static Told index(Path file) {
        return switch (IndexFile.open(file)) {
            case IndexFile.Opened.Kernel(var kernel) -> Told.facts(kernel.withOrigin(file.toString()).toFacts());
            case IndexFile.Opened.Failure(String reason) -> Told.problem(file.toString(), file + " " + reason,
                    "make it again with 'klpls kernel index'");
        };
    }
}
