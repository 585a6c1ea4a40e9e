package org.klpls.core.reloc;

import java.util.List;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.klpls.core.reloc.Relocation.Order.PLACE_FIRST;
import static org.klpls.core.reloc.Relocation.Order.VALUE_FIRST;

class RelocationTest {
    private static final long PLACE = 0xffff_ffff_c000_0010L;
    private static final long SYMBOL = 0xffff_ffff_8100_0000L;

    private final ModuleMemory memory = new ModuleMemory();

    RelocationTest() {
        memory.allocate(0xffff_ffff_c000_0000L, 1);
    }

    @Test
    void absoluteTypesWriteTheAddress() {
        assertWritten(RelocationType.R_64, SYMBOL, 8);
        assertWritten(RelocationType.R_32S, 0x8100_0000L, 4);
    }

    @Test
    void relativeTypesWriteTheDistance() {
        assertWritten(RelocationType.PC64, SYMBOL - PLACE, 8);
        assertWritten(RelocationType.PC32, SYMBOL - PLACE & 0xffff_ffffL, 4);
        assertWritten(RelocationType.PLT32, SYMBOL - PLACE & 0xffff_ffffL, 4);
    }

    @Test
    void whatWasAppliedIsZeroWhenItIsCleared() {
        for (RelocationType type : List.of(RelocationType.R_64, RelocationType.PC32, RelocationType.PC64)) {
            Relocation.apply(memory, type, VALUE_FIRST, PLACE, SYMBOL);
            assertInstanceOf(Relocation.Applied.class, Relocation.clear(memory, type, PLACE, SYMBOL));
            assertEquals(0, memory.read(PLACE, 8));
        }
    }

    @Test
    void whatIsNoLongerThereIsNotCleared() {
        Relocation.apply(memory, RelocationType.R_64, VALUE_FIRST, PLACE, SYMBOL);
        memory.write(PLACE, SYMBOL + 1, 8);
        assertEquals(new Relocation.TargetDiffers(SYMBOL),
                Relocation.clear(memory, RelocationType.R_64, PLACE, SYMBOL));
        assertEquals(SYMBOL + 1, memory.read(PLACE, 8));
    }

    @Test
    void noneWritesNothingAnywhere() {
        assertInstanceOf(Relocation.Applied.class,
                Relocation.apply(memory, RelocationType.NONE, PLACE_FIRST, 0, SYMBOL));
    }

    @Test
    void aKernelAddressDoesNotFitZeroExtended() {
        assertEquals(new Relocation.Overflows(SYMBOL),
                Relocation.apply(memory, RelocationType.R_32, PLACE_FIRST, PLACE, SYMBOL));
    }

    @Test
    void aLowAddressFitsZeroExtendedAndNotSignExtendedAboveTwoGiB() {
        assertInstanceOf(Relocation.Applied.class,
                Relocation.apply(memory, RelocationType.R_32, PLACE_FIRST, PLACE, 0xffff_ffffL));
        assertInstanceOf(Relocation.Overflows.class,
                Relocation.apply(memory, RelocationType.R_32S, PLACE_FIRST, PLACE + 8, 0xffff_ffffL));
    }

    @Test
    void aDistanceThatDoesNotFitIsCutInSilence() {
        assertInstanceOf(Relocation.Truncated.class,
                Relocation.apply(memory, RelocationType.PC32, PLACE_FIRST, PLACE, 0x7000_0000_0000L));
    }

    @Test
    void whatIsThereAlreadyIsRefused() {
        memory.write(PLACE + 3, 1, 1);
        assertEquals(new Relocation.TargetNonzero(SYMBOL),
                Relocation.apply(memory, RelocationType.PC32, PLACE_FIRST, PLACE, SYMBOL));
    }

    @Test
    void nothingIsReadOrWrittenOutsideTheMemory() {
        long last = 0xffff_ffff_c000_1000L - 4;
        assertInstanceOf(Relocation.OutsideMemory.class,
                Relocation.apply(memory, RelocationType.R_64, PLACE_FIRST, last, SYMBOL));
        assertInstanceOf(Relocation.OutsideMemory.class,
                Relocation.apply(memory, RelocationType.R_32S, PLACE_FIRST, 0, SYMBOL));
    }

    private void assertWritten(RelocationType type, long expected, int width) {
        assertInstanceOf(Relocation.Applied.class, Relocation.apply(memory, type, PLACE_FIRST, PLACE, SYMBOL));
        assertEquals(expected, memory.read(PLACE, width));
        memory.write(PLACE, 0, 8);
    }

    @Test
    void sinceSixThreeTheValueIsLookedAtBeforeThePlace() {
        memory.write(PLACE, 1, 4);
        assertEquals(new Relocation.TargetNonzero(SYMBOL),
                Relocation.apply(memory, RelocationType.R_32, PLACE_FIRST, PLACE, SYMBOL));
        assertEquals(new Relocation.Overflows(SYMBOL),
                Relocation.apply(memory, RelocationType.R_32, VALUE_FIRST, PLACE, SYMBOL));
        assertEquals(new Relocation.TargetNonzero(SYMBOL - PLACE),
                Relocation.apply(memory, RelocationType.PC32, VALUE_FIRST, PLACE, SYMBOL));
    }
}
