package org.klpls.core.kernel;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which kernel series it is, and what differs between series in the words of the facts themselves. */
public record KernelVersion(int major, int minor) implements Comparable<KernelVersion> {
    /** What is assumed of a kernel that does not tell its release. */
    public static final KernelVersion V6_1 = new KernelVersion(6, 1);

    private static final Pattern RELEASE = Pattern.compile("(\\d{1,4})\\.(\\d{1,4}).*", Pattern.DOTALL);

    /** The version that a release such as {@code 6.1.0-56-amd64} begins with. */
    public static Optional<KernelVersion> ofRelease(String release) {
        Matcher matcher = RELEASE.matcher(release);
        return matcher.matches()
                ? Optional.of(new KernelVersion(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2))))
                : Optional.empty();
    }

    public static KernelVersion of(TargetKernel kernel) {
        return kernel.identity().release().flatMap(KernelVersion::ofRelease).orElse(V6_1);
    }

    public boolean isAtLeast(int otherMajor, int otherMinor) {
        return compareTo(new KernelVersion(otherMajor, otherMinor)) >= 0;
    }

    /** Whether this series has it. */
    public boolean has(KernelChange change) {
        return compareTo(change.since()) >= 0;
    }

    /** KSYM_NAME_LEN. Source: include/linux/kallsyms.h. */
    public int ksymNameLength() {
        return has(KernelChange.LONG_SYMBOL_NAMES) ? 512 : 128;
    }

    /**
     * What x86 says of a relocation whose place is not zero, without the numbers. Source: arch/x86/kernel/module.c;
     * changed with clear_relocate_add().
     */
    public String nonzeroTargetMessage() {
        return has(KernelChange.RELOCATIONS_CLEARED)
                ? "Invalid relocation target"
                : "Skipping invalid relocation target";
    }

    @Override
    public int compareTo(KernelVersion other) {
        return Comparator.comparingInt(KernelVersion::major).thenComparingInt(KernelVersion::minor).compare(this,
                other);
    }
}
