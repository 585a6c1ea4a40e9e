package org.klpls.c.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * The real things that tests compare klpls with: Debian's kernel, its headers and source, qemu, editors.
 *
 * <p>{@code .ci/real-things/fetch.sh} fetches them into a cache folder and is run for a thing at most once a JVM; the
 * script itself holds a lock and skips what is there. A test class says what it uses by {@link NeedsRealThings}; only
 * then are the paths here to be asked for. No version or address may be written into a test: apt's kernels move on.
 */
public final class RealThings {
    /** The script's exit status for what cannot be had on this machine. */
    private static final int IMPOSSIBLE_HERE = 3;

    private static final Map<RealThing, Optional<String>> ASKED = new EnumMap<>(RealThing.class);

    private RealThings() {}

    /** Where the fetched things and what tests derive from them are kept: {@code KLPLS_REAL_THINGS}, or the default. */
    public static Path cache() {
        String named = System.getenv("KLPLS_REAL_THINGS");
        return named != null && !named.isEmpty()
                ? Path.of(named)
                : Path.of(System.getProperty("user.home"), ".cache", "klpls", "real-things");
    }

    /** The kernel's release, as uname -r has it, e.g. {@code 6.1.0-56-amd64}. */
    public static String release() {
        return fetched("kernel.release");
    }

    /** The stock kernel image, compressed as Debian ships it. */
    public static Path vmlinuz() {
        return Path.of(fetched("kernel.vmlinuz"));
    }

    /** A root that holds {@code boot/} and {@code lib/modules/} of this one kernel. */
    public static Path kernelRoot() {
        return Path.of(fetched("kernel.root"));
    }

    /** The kernel's configuration: {@code CONFIG_X=y} lines. */
    public static Path config() {
        return Path.of(fetched("kernel.config"));
    }

    /** {@code lib/modules/RELEASE} of this kernel. */
    public static Path modules() {
        return Path.of(fetched("kernel.modules"));
    }

    /** The kernel build folder for modules, {@code /usr/src/linux-headers-RELEASE}: flags are relative to it. */
    public static Path headers() {
        return Path.of(fetched("headers.folder"));
    }

    /** The kernel's source tree. */
    public static Path source() {
        return Path.of(fetched("source.folder"));
    }

    public static Path qemu() {
        return Path.of(fetched("qemu.program"));
    }

    public static Path neovim() {
        return Path.of(fetched("editors.neovim"));
    }

    public static Path emacs() {
        return Path.of(fetched("editors.emacs"));
    }

    public static Path chromium() {
        return Path.of(fetched("browser.chromium"));
    }

    public static Path llvmDwarfdump() {
        return Path.of(fetched("dwarf.dwarfdump"));
    }

    /** The C compiler proper of a gcc from 13 to 15: it takes gcc's own flags, not those of the linker or of a language. */
    public static Path cc1(int gccVersion) {
        return Path.of(fetched("gccs.folder"), "cc1-" + gccVersion);
    }

    public static Path debugVmlinux() {
        return Path.of(fetched("kernel-dbg.vmlinux"));
    }

    public static Path debuginfod() {
        return Path.of(fetched("debuginfod.program"));
    }

    /** The stock kernel image of the 6.12 series. */
    public static Path vmlinuz612() {
        return Path.of(fetched("kernel-6.12.vmlinuz"));
    }

    /** The kernel build folder for modules of the 6.12 series. */
    public static Path headers612() {
        return Path.of(fetched("headers-6.12.folder"));
    }

    /** The source tree of the 6.12 series. */
    public static Path source612() {
        return Path.of(fetched("source-6.12.folder"));
    }

    /** The value that fetch.sh recorded under this key. */
    public static String fetched(String key) {
        Properties record = new Properties();
        try (var reader = Files.newBufferedReader(cache().resolve("fetched.properties"))) {
            record.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Optional.ofNullable(record.getProperty(key))
                .orElseThrow(() -> new IllegalStateException(
                        "fetch.sh did not record " + key + ": does the test class say @NeedsRealThings?"));
    }

    /**
     * Fetches what is not there. Empty when all are there; else the reason, in one line that ends with the command that
     * would enable it.
     *
     * @throws IllegalStateException if fetching broke where it should work: the script failed for another reason than
     *     the machine, or the machine is one of ours (CI=true, root, apt), where nothing may be skipped
     */
    public static synchronized Optional<String> whyMissing(List<RealThing> things) {
        return things.stream()
                .flatMap(thing -> ASKED.computeIfAbsent(thing, RealThings::fetch).stream())
                .findFirst();
    }

    private static Optional<String> fetch(RealThing thing) {
        Path script = projectRoot().resolve(".ci/real-things/fetch.sh");
        try {
            Process process = new ProcessBuilder(script.toString(), thing.part()).redirectErrorStream(true)
                    .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .start();
            List<String> lines;
            try (var reader = process.inputReader()) {
                lines = reader.lines().toList();
            }
            int status = process.waitFor();
            if (status == 0) {
                return Optional.empty();
            }
            if (status == IMPOSSIBLE_HERE && !nothingMayBeSkipped()) {
                return Optional.of(lines.getLast());
            }
            throw new IllegalStateException(script + " " + thing.part() + " failed with " + status + ": "
                    + String.join("\n", lines));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static boolean nothingMayBeSkipped() {
        return "true".equals(System.getenv("CI")) && "root".equals(System.getProperty("user.name"))
                && Files.isExecutable(Path.of("/usr/bin/apt-get"));
    }

    /** The checkout's root: the nearest folder upwards from the module under test that holds the script. */
    public static Path projectRoot() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve(".ci/real-things/fetch.sh"))) {
            folder = Optional.ofNullable(folder.getParent())
                    .orElseThrow(() -> new IllegalStateException("tests do not run in a checkout of the project"));
        }
        return folder;
    }
}
