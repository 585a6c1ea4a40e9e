package org.klpls.core.kernel;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which kernel it is, and what differs between kernels in the words of the facts themselves.
 *
 * @param update the third number: which stable update of the series. {@link #LATEST} where that is not known
 */
public record KernelVersion(int major, int minor, int update) implements Comparable<KernelVersion> {
    /** Later than every update. Distributions write 0 for whichever update they build: 6.1.0-56-amd64 is 6.1.192. */
    public static final int LATEST = Integer.MAX_VALUE;
    /** What is assumed of a kernel that does not tell its release. */
    public static final KernelVersion V6_1 = new KernelVersion(6, 1, LATEST);

    private static final Pattern RELEASE = Pattern.compile("(\\d{1,4})\\.(\\d{1,4})(?:\\.(\\d{1,4}))?.*",
            Pattern.DOTALL);

    /** The first kernel of a series. */
    public KernelVersion(int major, int minor) {
        this(major, minor, 0);
    }

    /** The version that a release such as {@code 6.1.0-56-amd64} or {@code 6.12.117+deb12-amd64} begins with. */
    public static Optional<KernelVersion> ofRelease(String release) {
        Matcher matcher = RELEASE.matcher(release);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int update = matcher.group(3) == null ? 0 : Integer.parseInt(matcher.group(3));
        return Optional.of(new KernelVersion(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)),
                update == 0 ? LATEST : update));
    }

    public static KernelVersion of(TargetKernel kernel) {
        return kernel.identity().release().flatMap(KernelVersion::ofRelease).orElse(V6_1);
    }

    public boolean isAtLeast(int otherMajor, int otherMinor) {
        return compareTo(new KernelVersion(otherMajor, otherMinor)) >= 0;
    }

    /** Whether this kernel has it, from its series or by an update. */
    public boolean has(KernelChange change) {
        return compareTo(change.since()) >= 0 || change.updates().stream()
                .anyMatch(first -> first.major() == major && first.minor() == minor && compareTo(first) >= 0);
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
        return Comparator.comparingInt(KernelVersion::major).thenComparingInt(KernelVersion::minor)
                .thenComparingInt(KernelVersion::update).compare(this, other);
    }
}
