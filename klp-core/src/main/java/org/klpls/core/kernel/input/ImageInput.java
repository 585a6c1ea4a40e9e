package org.klpls.core.kernel.input;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.klpls.core.dwarf.DebugInfoReader;
import org.klpls.core.elf.ElfBytes;
import org.klpls.core.elf.ElfHeader;
import org.klpls.core.elf.ElfImage;
import org.klpls.core.elf.ElfReader;
import org.klpls.core.elf.ElfReading;
import org.klpls.core.kernel.image.BootImage;
import org.klpls.core.kernel.image.Inflated;
import org.klpls.core.kernel.image.VmlinuxReader;
import org.klpls.core.kernel.index.KernelFacts;

/** A vmlinuz or a vmlinux. */
final class ImageInput {
    private static final String WANTED = "give a vmlinuz or vmlinux for x86-64, as in /boot";

    private ImageInput() {}

    /** A file with a vmlinux inside. */
    static Told readBootImage(Path file, byte[] content) {
        return switch (BootImage.payload(content)) {
            case Inflated.Bytes(byte[] vmlinux) -> readVmlinux(file, ElfBytes.of(vmlinux));
            case Inflated.Failure(String reason, String remedy) ->
                Told.problem(file.toString(), file + " " + reason, remedy);
        };
    }

    /** An ELF file. */
    static Told readVmlinux(Path file, ElfBytes content) {
        ElfReading reading = ElfReader.read(file, content);
        if (reading.image().isEmpty()) {
            return damaged(file, reading);
        }
        ElfImage vmlinux = reading.image().get();
        ElfHeader header = vmlinux.header();
        if (header.machine() != ElfHeader.EM_X86_64) {
            return Told.problem(file.toString(),
                    file + " is for another machine (e_machine " + header.machine() + "); klpls knows x86-64 only",
                    WANTED);
        }
        if (header.type() == ElfHeader.ET_REL) {
            return Told.problem(file.toString(), file + " is an object file or a module, not a kernel", WANTED);
        }
        KernelFacts facts = withInlines(vmlinux, VmlinuxReader.read(vmlinux, file.toString()));
        if (facts.known().isEmpty()) {
            return reading.problems().isEmpty()
                    ? Told.problem(file.toString(), file + " is an ELF file, but no kernel: it has no symbols of one",
                            WANTED)
                    : damaged(file, reading);
        }
        return new Told(Optional.of(facts),
                reading.problems().isEmpty() ? List.of() : damaged(file, reading).problems());
    }

    /** Where the debug info is damaged, what is sound of it counts: the rest of the image is not worse for it. */
    private static KernelFacts withInlines(ElfImage vmlinux, KernelFacts facts) {
        return facts.known().isEmpty() || !DebugInfoReader.isIn(vmlinux)
                ? facts
                : DebugInfoReader.read(vmlinux).map().map(map -> facts.withInlines(map.bytes())).orElse(facts);
    }

    private static Told damaged(Path file, ElfReading reading) {
        return Told.problem(file.toString(), reading.problems().getFirst().message(), "copy it again");
    }
}
