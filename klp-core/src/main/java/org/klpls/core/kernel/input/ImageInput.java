package org.klpls.core.kernel.input;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.klpls.core.dwarf.DebugInfoReader;
import org.klpls.core.dwarf.DebugInfoReading;
import org.klpls.core.elf.ElfBytes;
import org.klpls.core.elf.ElfHeader;
import org.klpls.core.elf.ElfImage;
import org.klpls.core.elf.ElfReader;
import org.klpls.core.elf.ElfReading;
import org.klpls.core.elf.ElfSegments;
import org.klpls.core.kernel.KernelIdentity;
import org.klpls.core.kernel.KernelProblem;
import org.klpls.core.kernel.image.BootImage;
import org.klpls.core.kernel.image.Inflated;
import org.klpls.core.kernel.image.VmlinuxReader;
import org.klpls.core.kernel.index.KernelFacts;

/** A vmlinuz or a vmlinux. */
final class ImageInput {
    private static final String WANTED = "give a vmlinuz or vmlinux for x86-64, as in /boot";

    private static final int ELF_MAGIC = 0x464c457f;
    private static final int EI_CLASS = 4;
    private static final int EI_DATA = 5;
    private static final int ELFCLASS32 = 1;
    private static final int ELFDATA2MSB = 2;

    private ImageInput() {}

    /** A file with a vmlinux inside. */
    static Told readBootImage(Path file, byte[] content) {
        Told told = switch (BootImage.payload(content)) {
            case Inflated.Bytes(byte[] vmlinux) -> readVmlinux(file, ElfBytes.of(vmlinux));
            case Inflated.Failure(String reason, String remedy) ->
                Told.problem(file.toString(), file + " " + reason, remedy);
        };
        return told.facts().isPresent() ? told : new Told(bySetupCode(file, content), told.problems());
    }

    /** What the uncompressed part of a bzImage tells, where the compressed one cannot be read. */
    private static Optional<KernelFacts> bySetupCode(Path file, byte[] content) {
        return BootImage.release(content).map(release -> KernelFacts.of(new KernelIdentity(Optional.of(release),
                Optional.empty(), Optional.empty(), Optional.empty(), file.toString())));
    }

    /** An ELF file. */
    static Told readVmlinux(Path file, ElfBytes content) {
        Optional<String> other = otherArchitecture(content);
        if (other.isPresent()) {
            return Told.problem(file.toString(), file + " is for another machine (" + other.get()
                    + "); klpls knows x86-64 only", WANTED);
        }
        ElfReading reading = withSegments(file, content, ElfReader.read(file, content));
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
        VmlinuxReader.Reading told = VmlinuxReader.read(vmlinux, file.toString());
        if (told.facts().known().isEmpty() && told.facts().identity().release().isEmpty()) {
            return reading.problems().isEmpty()
                    ? Told.problem(file.toString(), file + " is an ELF file, but no kernel: it has no symbols of one",
                            WANTED)
                    : damaged(file, reading);
        }
        List<KernelProblem> problems = new ArrayList<>();
        if (reading.problems().isEmpty()) {
            told.damages().forEach(
                    d -> problems.add(new KernelProblem(file.toString(), file + " " + d.reason(), d.remedy())));
        } else {
            // Of a file that is cut, what else is missing is what was cut off.
            problems.addAll(damaged(file, reading).problems());
        }
        return new Told(Optional.of(withInlines(vmlinux, told.facts(), problems)), problems);
    }

    /** The same, by program headers where the section table is not there or lies behind the end of the file. */
    private static ElfReading withSegments(Path file, ElfBytes content, ElfReading reading) {
        boolean hasSections = reading.image().filter(i -> !i.sections().isEmpty()).isPresent();
        Optional<ElfImage> segments = hasSections || !isElf(content)
                ? Optional.empty()
                : ElfSegments.read(file, content);
        if (segments.isEmpty()) {
            return reading;
        }
        // A table that was taken away on purpose is no damage.
        return new ElfReading(segments, reading.image().isPresent() ? List.of() : reading.problems());
    }

    /** Of an ELF file: what tells at once that it is not for x86-64. Source: elf(5), e_ident. */
    private static Optional<String> otherArchitecture(ElfBytes elf) {
        if (isElf(elf) && elf.u8(EI_CLASS) == ELFCLASS32) {
            return Optional.of("32-bit");
        }
        return isElf(elf) && elf.u8(EI_DATA) == ELFDATA2MSB ? Optional.of("big-endian") : Optional.empty();
    }

    private static boolean isElf(ElfBytes file) {
        return file.holds(0, EI_DATA + 1L) && file.s32(0) == ELF_MAGIC;
    }

    /** Where the debug info is damaged, that is told, and what is sound of it counts: the rest of the image is not worse for it. */
    private static KernelFacts withInlines(ElfImage vmlinux, KernelFacts facts, List<KernelProblem> problems) {
        if (facts.known().isEmpty() || !DebugInfoReader.isIn(vmlinux)) {
            return facts;
        }
        DebugInfoReading reading = DebugInfoReader.read(vmlinux);
        if (!reading.problems().isEmpty()) {
            String file = vmlinux.path().toString();
            problems.add(new KernelProblem(file,
                    file + " has damaged debug info: " + String.join("; ", reading.problems()), "copy it again"));
        }
        return reading.map().map(map -> facts.withInlines(map.bytes())).orElse(facts);
    }

    private static Told damaged(Path file, ElfReading reading) {
        return Told.problem(file.toString(), reading.problems().getFirst().message(), "copy it again");
    }
}
