package org.klpls.core.kernel.image;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import org.klpls.core.btf.SmallBtf;
import org.klpls.core.elf.ElfBytes;
import org.klpls.core.elf.ElfDraft;
import org.klpls.core.elf.ElfReader;
import org.klpls.core.elf.SectionHeader;

/**
 * A vmlinux of some KB with all that is read of a real one: kallsyms, ftrace locations, exports with CRCs, BTF, notes, banner,
 * vermagic and configuration. Its functions are {@code kfree} and two {@code show} (traced), {@code do_idle} (not), and {@code
 * start_kernel} (traced, freed).
 */
public final class SmallVmlinux {
    public static final String RELEASE = "6.1.0-small";
    public static final String BUILD_ID = "00112233445566778899aabbccddeeff00112233";
    private static final long TEXT = 0xffffffff81000000L;
    private static final long RODATA = 0xffffffff82000000L;
    private static final long TABLES = 0xffffffff82400000L;
    private static final long DATA = 0xffffffff82800000L;
    private static final long INIT = 0xffffffff83000000L;
    private static final long END = 0xffffffff84000000L;
    private static final byte[] TRACED = {0x0f, 0x1f, 0x44, 0, 0, (byte) 0xc3};
    /** As many as make the tables believable. */
    private static final int FILLERS = 1000;
    private static final int SETUP = 1024;
    private static final String SEGMENTS = ".segments";
    private static final int PROGRAM_HEADER = 56;
    private static final int MOST_SEGMENTS = 16;
    private static final int PT_LOAD = 1;
    private static final int PT_NOTE = 4;

    private final List<Kallsyms.Entry> symbols = new ArrayList<>();
    private KallsymsLayout layout = KallsymsLayout.V6_1;
    private String release = RELEASE;
    private String buildId = BUILD_ID;
    private long shift;
    private List<SectionHeader> debugSections = List.of();
    private byte[] debugInfo = {};

    /** The tables of kallsyms as that series lays them out. */
    SmallVmlinux layout(KallsymsLayout other) {
        layout = other;
        return this;
    }

    public SmallVmlinux release(String other) {
        release = other;
        return this;
    }

    /** Another build: also its functions lie elsewhere, an export has another CRC, and an option another value. */
    public SmallVmlinux buildId(String hex) {
        buildId = hex;
        shift = 16;
        return this;
    }

    /** With the debug sections of a linked file: they tell of other functions. */
    public SmallVmlinux debugInfo(byte[] linked) {
        debugInfo = linked;
        debugSections = ElfReader.read(Path.of("linked"), ElfBytes.of(linked)).image().orElseThrow().sections().stream()
                .filter(s -> s.name().startsWith(".debug_")).toList();
        return this;
    }

    /** {@code System.map} of the same build. */
    public String systemMap() {
        build();
        StringBuilder map = new StringBuilder();
        symbols.forEach(
                s -> map.append(HexFormat.of().toHexDigits(s.address())).append(' ').append(s.type()).append(' ')
                        .append(s.name()).append('\n'));
        return map.toString();
    }

    /** The ELF file. */
    public byte[] build() {
        symbols.clear();
        ElfDraft draft = ElfDraft.empty().field(ElfDraft.HeaderField.TYPE, 2);
        draft.section(SEGMENTS, SectionHeader.SHT_PROGBITS, 0).data(new byte[MOST_SEGMENTS * PROGRAM_HEADER]);
        section(draft, ".text", TEXT, text());
        byte[] rodata = rodata();
        section(draft, ".rodata", RODATA, new byte[0]);
        section(draft, "__ksymtab", TABLES, exports());
        section(draft, "__kcrctab", TABLES + 0x1000, words(shift == 0 ? 0x1234_5678 : 0x8765_4321, 0xffff_0000));
        section(draft, ".BTF", TABLES + 0x2000, SmallBtf.bytes());
        section(draft, ".notes", TABLES + 0x3000, notes());
        section(draft, ".init.text", INIT, TRACED);
        section(draft, ".init.data", INIT + 0x1000, locations());
        symbol("_end", END, 'B');
        symbols.sort(Comparator.comparing(Kallsyms.Entry::address, Long::compareUnsigned));
        ByteBuffer tables = ByteBuffer.allocate(1 << 16);
        KallsymsWriter.write(layout, symbols, RODATA + rodata.length, tables);
        byte[] whole = Arrays.copyOf(rodata, rodata.length + tables.position());
        System.arraycopy(tables.array(), 0, whole, rodata.length, tables.position());
        draft.section(".rodata").data(whole);
        for (SectionHeader section : debugSections) {
            draft.section(section.name(), SectionHeader.SHT_PROGBITS, 0).data(
                    Arrays.copyOfRange(debugInfo, (int) section.offset(), (int) (section.offset() + section.size())));
        }
        return withSegments(draft.build());
    }

    /** Program headers in their own section, one for each section that is in memory, as the linker has them for several. */
    private static byte[] withSegments(byte[] vmlinux) {
        List<SectionHeader> sections = ElfReader.read(Path.of("small"), ElfBytes.of(vmlinux)).image().orElseThrow()
                .sections();
        ByteBuffer file = ByteBuffer.wrap(vmlinux).order(ByteOrder.LITTLE_ENDIAN);
        List<SectionHeader> loaded = sections.stream().filter(SectionHeader::isAlloc).toList();
        int at = (int) sections.stream().filter(s -> s.name().equals(SEGMENTS)).findFirst().orElseThrow().offset();
        file.putLong(32, at).putShort(54, (short) PROGRAM_HEADER).putShort(56, (short) loaded.size());
        for (SectionHeader section : loaded) {
            file.putInt(at, section.name().equals(".notes") ? PT_NOTE : PT_LOAD).putLong(at + 8, section.offset())
                    .putLong(at + 16, section.addr()).putLong(at + 32, section.size());
            at += PROGRAM_HEADER;
        }
        return vmlinux;
    }

    private static void section(ElfDraft draft, String name, long address, byte[] data) {
        draft.section(name, SectionHeader.SHT_PROGBITS, SectionHeader.SHF_ALLOC).data(data).align(16);
        draft.field(name, ElfDraft.SectionField.ADDR, address);
    }

    private void symbol(String name, long address, char type) {
        symbols.add(new Kallsyms.Entry(name, address, type));
    }

    private byte[] text() {
        byte[] text = new byte[0x100];
        symbol("_stext", TEXT, 'T');
        String[] names = {"kfree", "show", "show", "do_idle"};
        for (int i = 0; i < names.length; i++) {
            int at = 0x20 * (i + 1) + (int) shift;
            symbol(names[i], TEXT + at, i == 0 ? 'T' : 't');
            if (!names[i].equals("do_idle")) {
                System.arraycopy(TRACED, 0, text, at, TRACED.length);
            }
        }
        symbol("_etext", TEXT + text.length, 'T');
        return text;
    }

    private byte[] rodata() {
        TreeMap<Integer, byte[]> parts = new TreeMap<>();
        parts.put(0,
                ("Linux version " + release + " (gcc 12.2.0) #1 SMP small\n\0").getBytes(StandardCharsets.US_ASCII));
        parts.put(0x80, (release + " SMP preempt mod_unload modversions \0").getBytes(StandardCharsets.US_ASCII));
        parts.put(0xc0, "kfree\0show\0NS\0".getBytes(StandardCharsets.US_ASCII));
        byte[] config = gzip(
                "# Linux\nCONFIG_LIVEPATCH=y\nCONFIG_LOCALVERSION=\"" + (shift == 0 ? "-small" : "-again") + "\"\n");
        parts.put(0x100, "IKCFG_ST".getBytes(StandardCharsets.US_ASCII));
        parts.put(0x108, config);
        parts.put(0x108 + config.length, "IKCFG_ED".getBytes(StandardCharsets.US_ASCII));
        byte[] bytes = new byte[0x200];
        parts.forEach((at, part) -> System.arraycopy(part, 0, bytes, at, part.length));
        symbol("linux_banner", RODATA, 'D');
        symbol("vermagic", RODATA + 0x80, 'r');
        symbol("kernel_config_data", RODATA + 0x108, 'R');
        symbol("kernel_config_data_end", RODATA + 0x108 + config.length, 'R');
        for (int i = 0; i < FILLERS; i++) {
            symbol("f" + i, DATA + i, 'd');
        }
        return bytes;
    }

    private byte[] exports() {
        symbol("__start___ksymtab", TABLES, 'R');
        symbol("__stop___ksymtab", TABLES + 24, 'R');
        symbol("__start___kcrctab", TABLES + 0x1000, 'R');
        symbol("__stop___kcrctab", TABLES + 0x1008, 'R');
        int strings = (int) (RODATA + 0xc0 - TABLES);
        return words(0x20, strings - 4, strings + 11 - 8, 0x20, strings + 6 - 16, 0);
    }

    private byte[] notes() {
        byte[] id = HexFormat.of().parseHex(buildId);
        return ByteBuffer.allocate(16 + id.length).order(ByteOrder.LITTLE_ENDIAN).putInt(4).putInt(id.length).putInt(3)
                .put("GNU\0".getBytes(StandardCharsets.US_ASCII)).put(id).array();
    }

    private byte[] locations() {
        symbol("_sinittext", INIT, 'T');
        symbol("start_kernel", INIT, 'T');
        symbol("_einittext", INIT + 0x10, 'T');
        symbol("__start_mcount_loc", INIT + 0x1000, 'D');
        symbol("__stop_mcount_loc", INIT + 0x1020, 'D');
        return ByteBuffer.allocate(32).order(ByteOrder.LITTLE_ENDIAN).putLong(TEXT + 0x20 + shift)
                .putLong(TEXT + 0x40 + shift)
                .putLong(TEXT + 0x60 + shift).putLong(INIT).array();
    }

    private static byte[] words(int... words) {
        ByteBuffer bytes = ByteBuffer.allocate(words.length * Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (int word : words) {
            bytes.putInt(word);
        }
        return bytes.array();
    }

    static byte[] gzip(String text) {
        return gzip(text.getBytes(StandardCharsets.UTF_8));
    }

    static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** Where in a file the table of tokens stands that is looked for from there on. */
    public static long tokenTable(byte[] vmlinux, int from) {
        return TokenTable.find(ElfBytes.of(vmlinux), from).orElseThrow().start();
    }

    /** A bzImage around a compressed vmlinux, with the fields of the setup header that are read. */
    public static byte[] bzImage(byte[] payload) {
        ByteBuffer image = ByteBuffer.allocate(SETUP + payload.length).order(ByteOrder.LITTLE_ENDIAN);
        image.put(0x1f1, (byte) 1).putShort(0x1fe, (short) 0xaa55).putInt(0x202, 0x53726448);
        image.putShort(0x206, (short) 0x20f).putShort(0x20e, (short) 0x100);
        image.put(0x300, (RELEASE + " (gcc 12.2.0) #1 SMP small\0").getBytes(StandardCharsets.US_ASCII));
        image.putInt(0x24c, payload.length).put(SETUP, payload);
        return image.array();
    }

    /** The same kernel as a bzImage with gzip. */
    public byte[] bzImage() {
        return bzImage(gzip(build()));
    }
}
