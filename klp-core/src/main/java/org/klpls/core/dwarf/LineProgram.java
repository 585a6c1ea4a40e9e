package org.klpls.core.dwarf;

import java.util.Optional;
import org.klpls.core.elf.ElfBytes;

/**
 * Runs the line program of one unit, which tells for each instruction the line that it comes from. Source: DWARF Version 5, 6.2.
 */
final class LineProgram {
    private static final int EXTENDED = 0;
    private static final int COPY = 1;
    private static final int ADVANCE_PC = 2;
    private static final int ADVANCE_LINE = 3;
    private static final int SET_FILE = 4;
    private static final int CONST_ADD_PC = 8;
    private static final int FIXED_ADVANCE_PC = 9;
    private static final int END_SEQUENCE = 1;
    private static final int SET_ADDRESS = 2;

    /** Gets what the program tells. */
    interface Rows {
        /** From this address on, instructions come from this line; false where no more is wanted. */
        boolean row(long address, long file, long line);

        /** The last instruction ends before this address. */
        void end(long address);
    }

    /**
     * Where a unit's program lies.
     *
     * @param unitEnd where the next unit begins
     * @param program of its instructions, as a place in the section
     */
    record Header(long unitEnd, long program, int minimumInstruction, int lineBase, int lineRange, int[] lengths) {}

    private final Header header;
    private final Cursor in;
    private final Rows rows;
    private long address;
    private long file = 1;
    private long line = 1;
    private boolean isWanted = true;

    private LineProgram(Header header, Cursor in, Rows rows) {
        this.header = header;
        this.in = in;
        this.rows = rows;
    }

    /** The header of the unit at this offset of .debug_line; empty where it cannot be one. */
    static Optional<Header> header(ElfBytes section, long offset) {
        if (!section.holds(offset, 4)) {
            return Optional.empty();
        }
        boolean is64 = section.u32(offset) == 0xffff_ffffL;
        int word = is64 ? 8 : 4;
        long start = offset + (is64 ? 12 : 4);
        if (!section.holds(offset, start - offset)) {
            return Optional.empty();
        }
        long length = is64 ? section.u64(offset + 4) : section.u32(offset);
        int before = section.holds(start, 2) && section.u16(start) >= 5 ? 4 : 2;
        if (!section.holds(start, length) || length < before + word + 6) {
            return Optional.empty();
        }
        int version = section.u16(start);
        long headerLength = is64 ? section.u64(start + before) : section.u32(start + before);
        long fields = start + before + word;
        long program = fields + headerLength;
        if (version < 2 || version > 5 || headerLength < 6 || headerLength > start + length - fields) {
            return Optional.empty();
        }
        long at = fields + (version >= 4 ? 2 : 1);
        int opcodeBase = section.u8(at + 3);
        if (opcodeBase == 0 || !section.holds(at + 4, opcodeBase - 1) || at + 3 + opcodeBase > program) {
            return Optional.empty();
        }
        int[] lengths = new int[opcodeBase];
        for (int i = 1; i < opcodeBase; i++) {
            lengths[i] = section.u8(at + 3 + i);
        }
        return Optional.of(new Header(start + length, program, section.u8(fields), (byte) section.u8(at + 1),
                Math.max(1, section.u8(at + 2)), lengths));
    }

    static void run(ElfBytes section, Header header, Rows rows) {
        Cursor in = new Cursor(section.slice(header.program(), header.unitEnd() - header.program()).toArray());
        new LineProgram(header, in, rows).run();
    }

    private void run() {
        while (in.hasMore() && isWanted) {
            int opcode = in.u8();
            if (opcode >= header.lengths().length) {
                special(opcode - header.lengths().length);
                row();
            } else if (opcode == EXTENDED) {
                extended();
            } else {
                standard(opcode);
            }
        }
    }

    private void row() {
        isWanted = !in.isOverrun() && rows.row(address, file, line);
    }

    private void special(int adjusted) {
        address += (long) header.minimumInstruction() * (adjusted / header.lineRange());
        line += header.lineBase() + adjusted % header.lineRange();
    }

    private void standard(int opcode) {
        switch (opcode) {
            case COPY -> row();
            case ADVANCE_PC -> address += header.minimumInstruction() * in.uleb();
            case ADVANCE_LINE -> line += in.sleb();
            case SET_FILE -> file = in.uleb();
            case CONST_ADD_PC -> address += (long) header.minimumInstruction()
                    * ((255 - header.lengths().length) / header.lineRange());
            case FIXED_ADVANCE_PC -> address += in.u16();
            default -> {
                for (int i = 0; i < header.lengths()[opcode]; i++) {
                    in.uleb();
                }
            }
        }
    }

    private void extended() {
        long length = in.uleb();
        if (length <= 0 || in.isOverrun()) {
            isWanted = !in.isOverrun();
            return;
        }
        int opcode = in.u8();
        if (opcode == SET_ADDRESS && length == 1 + Long.BYTES) {
            address = in.word(Long.BYTES);
            return;
        }
        if (opcode == END_SEQUENCE) {
            rows.end(address);
            address = 0;
            file = 1;
            line = 1;
        }
        in.skip(length - 1);
    }
}
