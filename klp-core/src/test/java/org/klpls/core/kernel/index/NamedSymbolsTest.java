package org.klpls.core.kernel.index;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.klpls.core.elf.ElfBytes;
import org.klpls.core.kernel.KernelFact;
import org.klpls.core.kernel.KernelIdentity;
import org.klpls.core.kernel.KernelSymbol;
import org.klpls.core.kernel.SymbolLookup;
import org.klpls.core.kernel.TextRange;
import org.klpls.core.kernel.Traceability;
import org.klpls.core.model.ObjectName;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

/** A name and a sympos in an object give the symbol that counting gives, whatever the names. */
class NamedSymbolsTest {
    private static final ObjectName MODULE = ObjectName.ofElfName("a_module");
    /** Names of one String.hashCode(), of each length around a word's, and of bytes past ASCII. */
    private static final List<String> NAMES = List.of("", "AaAaAaAa", "BBBBBBBB", "AaBBAaBB", "a", "ab", "abcdefg",
            "abcdefgh",
            "abcdefghi", "abcdefghijklmno", "abcdefghijklmnop", "init_once", "init_once.cold", "\u00e9t\u00e9", "what?",
            "whatever?it?is",
            "x".repeat(511));

    @Test
    void eachPositionOfEachNameIsFoundInItsObject() {
        for (int seed = 0; seed < 20; seed++) {
            IndexedKernel kernel = kernel(new Random(seed));
            for (ObjectName object : List.of(ObjectName.VMLINUX, MODULE)) {
                for (KernelSymbol symbol : kernel.symbols(object).toList()) {
                    List<KernelSymbol> counted = kernel.symbols(object).filter(s -> s.name().equals(symbol.name()))
                            .toList();
                    assertEquals(counted, kernel.occurrences(object, symbol.name()));
                    assertEquals(new SymbolLookup.Found(symbol), kernel.lookup(object, symbol.name(), symbol.sympos()));
                    assertEquals(counted.size() == 1
                            ? new SymbolLookup.Found(symbol)
                            : new SymbolLookup.Ambiguous(symbol.name(), object, counted),
                            kernel.lookup(object, symbol.name(), 0));
                    for (long position : new long[]{-1, counted.size() + 1L, (1L << 32) + 1}) {
                        assertEquals(new SymbolLookup.PositionNotFound(symbol.name(), object, position, counted),
                                kernel.lookup(object, symbol.name(), position));
                    }
                }
            }
        }
    }

    @Test
    void namesThatAreNotThereAreNotFound() {
        IndexedKernel kernel = kernel(new Random(1));
        for (String name : List.of("AaAaAaBB", "abcdefgx", "what\u1234", "whatever\u263ait\u263ais", "wha",
                "x".repeat(512), "init_onc")) {
            assertInstanceOf(SymbolLookup.NotFound.class, kernel.lookup(ObjectName.VMLINUX, name, 1), name);
        }
        assertInstanceOf(SymbolLookup.ObjectUnknown.class, kernel.lookup(ObjectName.ofElfName("other"), "a", 0));
    }

    @Test
    void aKernelWithoutSymbolsFindsNone() {
        KernelIdentity identity = new KernelIdentity(Optional.of("6.1.0"), Optional.empty(), Optional.empty(),
                Optional.empty(), "a test");
        IndexedKernel kernel = IndexedKernel.of(KernelFacts.of(identity));
        assertEquals(List.of(), kernel.occurrences(ObjectName.VMLINUX, "init_once"));
    }

    /** Slots that lead below, into, to the end of and past the groups, as a file of the right checksum and the wrong content has them. */
    @Test
    void slotsThatLieLeadNowhere() {
        int slots = NameHash.slots(1);
        for (byte fill : new byte[]{0, 1, (byte) 0xff}) {
            byte[] groups = new byte[40];
            Arrays.fill(groups, fill);
            for (int slot = 0; slot < 1 << 8; slot++) {
                ByteBuffer lying = ByteBuffer.allocate(slots * Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
                while (lying.hasRemaining()) {
                    // All fingerprints, and all places that their bits can tell.
                    lying.putInt(slot << Integer.SIZE - 8 | slot);
                }
                NamedSymbols symbols = new NamedSymbols(IndexBlocks.of(Map.of(Block.SLOTS,
                        ElfBytes.of(lying.array()), Block.GROUPS, ElfBytes.of(groups))));
                for (String name : List.of("", "a", "b", "\1".repeat(0x101))) {
                    assertEquals(-1, symbols.group(0, name), "slots of " + slot);
                }
            }
        }
    }

    /** As above, with fingerprints that are right. */
    @Test
    void placesThatLieLeadNowhere() {
        int slots = NameHash.slots(1);
        byte[] groups = new byte[40];
        Arrays.fill(groups, (byte) 0x7f);
        int placeBits = NamedSymbols.placeBits(groups.length);
        for (String name : List.of("", "a", "\177".repeat(0x7f))) {
            for (int place = 1; place < 1 << placeBits; place++) {
                ByteBuffer lying = ByteBuffer.allocate(slots * Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
                while (lying.hasRemaining()) {
                    lying.putInt(NameHash.of(name, 0) >>> placeBits << placeBits | place);
                }
                NamedSymbols symbols = new NamedSymbols(IndexBlocks.of(Map.of(Block.SLOTS,
                        ElfBytes.of(lying.array()), Block.GROUPS, ElfBytes.of(groups))));
                assertEquals(-1, symbols.group(0, name), name + " at " + place);
            }
        }
    }

    private static IndexedKernel kernel(Random random) {
        KernelIdentity identity = new KernelIdentity(Optional.of("6.1.0"), Optional.empty(), Optional.empty(),
                Optional.empty(), "a test");
        return IndexedKernel.of(new KernelFacts(identity, EnumSet.of(KernelFact.SYMBOLS),
                List.of(new KernelFacts.ObjectFacts(ObjectName.VMLINUX, symbols(random, 200)),
                        new KernelFacts.ObjectFacts(MODULE, symbols(random, 50))),
                List.of(), Optional.empty(), List.of()));
    }

    private static SymbolColumns symbols(Random random, int count) {
        SymbolColumns.Builder builder = new SymbolColumns.Builder();
        IntStream.range(0, count).forEach(i -> builder.add(NAMES.get(random.nextInt(NAMES.size())), 0x1000L + i, 't',
                random.nextInt(10) - 1, new Traceability.Yes(), TextRange.TEXT));
        return builder.build();
    }
}
