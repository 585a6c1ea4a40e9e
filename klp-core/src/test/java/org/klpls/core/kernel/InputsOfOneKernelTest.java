package org.klpls.core.kernel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.klpls.core.kernel.image.SmallVmlinux;
import org.klpls.core.kernel.index.KernelCache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

/** Each two forms of one build add up; each two of different builds are refused, whichever comes first, or nothing could tell. */
class InputsOfOneKernelTest {
    private static final String OTHER_BUILD_ID = "ffeeddccbbaa99887766554433221100ffeeddcc";

    /** The forms in which users have a kernel. */
    private enum Form {
        VMLINUZ, VMLINUX, SYSTEM_MAP, KALLSYMS, CONFIG, SYMVERS, BUILD_FOLDER, INDEX
    }

    /** Builds of the small kernel. */
    private enum Build {
        FIRST, AGAIN
    }

    /** Without a release in its name a list of symbols has nothing in common with exports' CRCs and options. */
    private static boolean canTell(Form one, Form two) {
        boolean listAndTable = isList(one) && isTable(two) || isList(two) && isTable(one);
        boolean symversAndConfig = one == Form.CONFIG && two == Form.SYMVERS
                || one == Form.SYMVERS && two == Form.CONFIG;
        return !listAndTable && !symversAndConfig;
    }

    private static boolean isList(Form form) {
        return form == Form.SYSTEM_MAP || form == Form.KALLSYMS;
    }

    private static boolean isTable(Form form) {
        return form == Form.CONFIG || form == Form.SYMVERS || form == Form.BUILD_FOLDER;
    }

    @TempDir
    private Path folder;
    private final Map<Build, Map<Form, Path>> files = new EnumMap<>(Build.class);

    @BeforeEach
    void writeBothBuilds() throws IOException {
        for (Build build : Build.values()) {
            Path own = Files.createDirectory(folder.resolve(build.name()));
            Map<Form, Path> forms = new EnumMap<>(Form.class);
            for (Form form : Form.values()) {
                forms.put(form, write(form, build, own));
            }
            files.put(build, forms);
        }
    }

    private static SmallVmlinux small(Build build) {
        return build == Build.FIRST ? new SmallVmlinux() : new SmallVmlinux().buildId(OTHER_BUILD_ID);
    }

    private Path write(Form form, Build build, Path own) throws IOException {
        String crc = build == Build.FIRST ? "0x12345678" : "0x87654321";
        String symvers = crc + "\tkfree\tvmlinux\tEXPORT_SYMBOL\tNS\n";
        String config = "CONFIG_LIVEPATCH=y\nCONFIG_LOCALVERSION=\"" + (build == Build.FIRST ? "-small" : "-again")
                + "\"\n";
        return switch (form) {
            case VMLINUZ -> Files.write(own.resolve("vmlinuz"), small(build).bzImage());
            case VMLINUX -> Files.write(own.resolve("vmlinux"), small(build).build());
            case SYSTEM_MAP -> Files.writeString(own.resolve("System.map"), small(build).systemMap());
            case KALLSYMS -> Files.writeString(own.resolve("kallsyms"),
                    small(build).systemMap().replaceAll("(?m)^ffffffff8", "ffffffffa"));
            case CONFIG -> Files.writeString(own.resolve("config"), config);
            case SYMVERS -> Files.writeString(own.resolve("symvers"), symvers);
            case BUILD_FOLDER -> {
                Path tree = Files.createDirectory(own.resolve("build"));
                Files.writeString(tree.resolve("Module.symvers"), symvers);
                Files.writeString(tree.resolve(".config"), config);
                yield tree;
            }
            case INDEX -> {
                Path index = own.resolve("kernel.klpidx");
                KernelIndex.write(read(own.resolve("vmlinuz")).kernel().orElseThrow(), index);
                yield index;
            }
        };
    }

    private KernelReading read(Path... inputs) {
        return KernelReader.read(Stream.of(inputs).map(Path::toString).toList(),
                new KernelCache(folder.resolve("cache")));
    }

    private Path file(Build build, Form form) {
        return Optional.ofNullable(files.get(build)).map(forms -> forms.get(form)).orElseThrow();
    }

    private static Stream<List<Form>> pairs() {
        List<List<Form>> pairs = new ArrayList<>();
        for (Form one : Form.values()) {
            for (Form two : Form.values()) {
                pairs.add(List.of(one, two));
            }
        }
        return pairs.stream();
    }

    @TestFactory
    Stream<DynamicTest> eachTwoOfOneBuildAddUp() {
        return pairs().map(pair -> dynamicTest(pair.toString(), () -> {
            KernelReading reading = read(file(Build.FIRST, pair.getFirst()), file(Build.FIRST, pair.getLast()));
            assertEquals(List.of(), reading.problems());
            assertTrue(reading.kernel().isPresent());
        }));
    }

    @TestFactory
    Stream<DynamicTest> eachTwoOfDifferentBuildsAreRefusedWithBothNamed() {
        return pairs().filter(pair -> canTell(pair.getFirst(), pair.getLast()))
                .map(pair -> dynamicTest(pair.toString(), () -> {
                    Path one = file(Build.FIRST, pair.getFirst());
                    Path two = file(Build.AGAIN, pair.getLast());
                    KernelReading reading = read(one, two);
                    assertEquals(Optional.empty(), reading.kernel(), pair::toString);
                    KernelProblem problem = reading.problems().getFirst();
                    assertTrue(problem.message().contains(one.toString()) && problem.message().contains(two.toString()),
                            problem::message);
                    assertTrue(problem.message().contains("build"), problem::message);
                }));
    }

    @Test
    void aThirdInputIsComparedWithEachOfTheOthers() {
        KernelReading reading = read(file(Build.FIRST, Form.CONFIG), file(Build.FIRST, Form.SYSTEM_MAP),
                file(Build.AGAIN, Form.KALLSYMS));
        assertEquals(Optional.empty(), reading.kernel());
        assertTrue(reading.problems().getFirst().message().contains("symbols lie elsewhere"), reading::toString);
    }

    @TestFactory
    Stream<DynamicTest> anotherReleaseInAFilesNameOrContentIsRefused() {
        return Stream.of("System.map-6.1.0-other", "config-6.1.0-other").map(name -> dynamicTest(name, () -> {
            Form form = name.startsWith("System") ? Form.SYSTEM_MAP : Form.CONFIG;
            Path named = Files.copy(file(Build.FIRST, form), folder.resolve(name));
            KernelReading reading = read(file(Build.FIRST, Form.VMLINUZ), named);
            assertEquals(Optional.empty(), reading.kernel());
            assertEquals(named + " is of kernel 6.1.0-other, " + file(Build.FIRST, Form.VMLINUZ) + " of "
                    + SmallVmlinux.RELEASE, reading.problems().getFirst().message());
        }));
    }

    @Test
    void aBuildFolderIsOfTheReleaseThatItsModulesGet() throws IOException {
        Path tree = file(Build.FIRST, Form.BUILD_FOLDER);
        Files.createDirectories(tree.resolve("include/config"));
        Files.createDirectories(tree.resolve("include/generated"));
        Files.writeString(tree.resolve("include/config/kernel.release"), "6.1.192\n");
        Files.writeString(tree.resolve("include/generated/utsrelease.h"),
                "#define UTS_RELEASE \"" + SmallVmlinux.RELEASE + "\"\n");
        assertEquals(List.of(), read(file(Build.FIRST, Form.VMLINUZ), tree).problems());
    }
}
