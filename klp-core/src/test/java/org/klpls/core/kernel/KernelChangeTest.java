package org.klpls.core.kernel;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class KernelChangeTest {
    /** What stands in the sources of these kernels, looked up by function and message: initials of the changes that each has. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            4.11.0    | -
            4.12.4    | -
            4.15.18   | ZERO
            5.0.1     | ZERO JUMP
            5.3.1     | ZERO JUMP ENABLE
            5.4.195   | ZERO JUMP ENABLE NS
            5.7.14    | ZERO JUMP ENABLE NS STATES
            5.8.1     | ZERO JUMP ENABLE NS STATES EARLY
            5.9.1     | ZERO JUMP ENABLE NS STATES EARLY TAINT
            5.10.198  | ZERO JUMP ENABLE NS STATES EARLY TAINT
            5.11.4    | ZERO JUMP ENABLE NS STATES EARLY TAINT
            5.14.0-1  | ZERO JUMP ENABLE NS STATES EARLY TAINT
            5.15.135  | ZERO JUMP ENABLE NS STATES EARLY TAINT TOLD
            5.17.0    | ZERO JUMP ENABLE NS STATES EARLY TAINT TOLD
            6.0.1     | ZERO JUMP ENABLE NS STATES EARLY TAINT TOLD
            6.1.0-56-amd64 | ZERO JUMP ENABLE NS STATES EARLY TAINT TOLD LONG INDEX
            6.2.1     | ZERO JUMP ENABLE NS STATES EARLY TAINT TOLD LONG
            6.3.8     | ZERO JUMP ENABLE NS STATES EARLY TAINT TOLD LONG CLEAR
            6.4.6     | ZERO JUMP ENABLE NS STATES EARLY TAINT TOLD LONG CLEAR STRUCT
            6.6.9     | ZERO JUMP ENABLE NS STATES EARLY TAINT TOLD LONG CLEAR STRUCT
            6.8.1     | ZERO JUMP ENABLE NS STATES EARLY TAINT TOLD LONG CLEAR STRUCT NOPARA
            6.12.19   | ZERO JUMP ENABLE NS STATES EARLY TAINT TOLD LONG CLEAR STRUCT NOPARA SAID
            6.12.117+deb12-amd64 | ZERO JUMP ENABLE NS STATES EARLY TAINT TOLD LONG CLEAR STRUCT NOPARA SAID PARTS INDEX
            6.13.7    | ZERO JUMP ENABLE NS STATES EARLY TAINT TOLD LONG CLEAR STRUCT NOPARA SAID PARTS
            6.19.10   | ZERO JUMP ENABLE NS STATES EARLY TAINT TOLD LONG CLEAR STRUCT NOPARA SAID PARTS
            """)
    void aKernelHasWhatItsSourceHas(String release, String has) {
        KernelVersion version = KernelVersion.ofRelease(release).orElseThrow();
        Set<String> told = new TreeSet<>();
        EnumSet.allOf(KernelChange.class).stream().filter(version::has).forEach(change -> told.add(shortName(change)));
        Set<String> expected = new TreeSet<>(has.equals("-") ? List.of() : List.of(has.split(" ")));
        assertEquals(expected, told);
    }

    private static String shortName(KernelChange change) {
        return switch (change) {
            case TARGET_MUST_BE_ZERO -> "ZERO";
            case RELATIVE_JUMP_LABELS -> "JUMP";
            case ENABLE_ONLY -> "ENABLE";
            case SYMBOL_NAMESPACES -> "NS";
            case STATES -> "STATES";
            case VMLINUX_RELOCATIONS_AT_LOAD -> "EARLY";
            case PROPRIETARY_TAINT_INHERITED -> "TAINT";
            case ELF_ERRORS_TOLD -> "TOLD";
            case LONG_SYMBOL_NAMES -> "LONG";
            case RELOCATIONS_CLEARED, OVERFLOW_SEEN_BEFORE_WRITING, ALTERNATIVE_FLAGS -> "CLEAR";
            case THIS_MODULE_CHECKED, TAINTS_AFTER_ALLOCATION, MEMORY_BY_USE -> "STRUCT";
            case PARAVIRT_BY_ALTERNATIVES -> "NOPARA";
            case MORE_SAID -> "SAID";
            case ELF_CHECKED_IN_PARTS -> "PARTS";
            case SECTION_INDEX_CHECKED -> "INDEX";
        };
    }

    /** Debian and Ubuntu write 0 for whichever update it is, and their kernels are the newest of their series. */
    @Test
    void aReleaseWithoutItsUpdateIsTakenForTheLatest() {
        assertEquals(KernelVersion.LATEST, KernelVersion.ofRelease("6.1.0-56-amd64").orElseThrow().update());
        assertEquals(KernelVersion.LATEST, KernelVersion.ofRelease("6.8").orElseThrow().update());
        assertEquals(117, KernelVersion.ofRelease("6.12.117+deb12-amd64").orElseThrow().update());
    }

    @Test
    void changesStandInTheOrderOfTheirSeries() {
        List<KernelVersion> series = new ArrayList<>();
        for (KernelChange change : KernelChange.values()) {
            series.add(change.since());
            change.updates().forEach(update -> assertTrue(update.compareTo(change.since()) < 0, change.name()));
        }
        assertEquals(series.stream().sorted().toList(), series);
    }
}
