package org.klpls.c.types;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.klpls.c.ast.TypeSpecifier.TagKind;

/**
 * Lays a struct or union out as gcc does for x86-64 Linux. All numbers are bits. Source: gcc 12 stor-layout.cc
 * layout_decl(), update_alignment_for_field(), place_field(), place_union_field(), finalize_record_size();
 * PCC_BITFIELD_TYPE_MATTERS holds, ms_bitfield_layout_p and align_anon_bitfield do not.
 */
final class RecordLayouter {
    private static final long BYTE = 8;
    /** More than any object has; sums of what lies below it do not overflow. */
    private static final long MOST_BITS = 1L << 61;

    private final RecordDefinition definition;
    private final Sizes sizes;
    private final boolean packed;
    /** What {@code #pragma pack} allows; 0 for all. */
    private final long most;
    private final List<PlacedMember> placed = new ArrayList<>();
    private long recordAlign;
    private long end;
    private boolean complete = true;

    RecordLayouter(RecordDefinition definition) {
        this.definition = definition;
        this.sizes = new Sizes(definition.scope().file());
        this.packed = definition.hasAttribute("packed");
        this.most = definition.scope().file().packs().at(definition.node().end() - 1) * BYTE;
    }

    RecordLayout layout() {
        long asked = new TypeReader(definition.scope()).aligned(definition.node().attributes()) * BYTE;
        recordAlign = Math.max(BYTE, asked);
        for (Member member : definition.members()) {
            place(new Field(member));
        }
        long size = roundUp(roundUp(end, BYTE), recordAlign);
        return new RecordLayout(size / BYTE, recordAlign / BYTE, placed, complete);
    }

    /** A member as layout_decl() leaves it. */
    private final class Field {
        final Member member;
        final long typeSize;
        final long typeAlign;
        final long size;
        final boolean isPacked;
        long align = 1;
        /** Whether it may begin at any bit: not so if its width is that of an integer, and its place is fit for one. */
        boolean anyBit;
        /** A bit-field once found fit for an integer stays it: laid out again, it is aligned as a member that is none. */
        private boolean isPlain;

        Field(Member member) {
            this.member = member;
            OptionalLong bytes = sizes.size(member.type());
            boolean flexible = member.type().stripped() instanceof Type.Array array
                    && !(array.length() instanceof ArrayLength.Known);
            complete &= bytes.isPresent() || flexible;
            this.typeSize = Math.min(bytes.orElse(0), MOST_BITS / BYTE) * BYTE;
            this.typeAlign = sizes.align(member.type()) * BYTE;
            this.size = member.bits().map(Integer::longValue).orElse(typeSize);
            this.isPacked = member.isPacked() && (typeAlign > BYTE || isBitField())
                    || packed && (isBitField() || typeAlign > BYTE);
        }

        boolean isBitField() {
            return member.bits().isPresent();
        }

        boolean isZeroWidth() {
            return isBitField() && size == 0;
        }

        /** @param known the alignment of the place where it would begin; 0 for any */
        void lay(long known) {
            align = Math.max(1, member.align() * BYTE);
            anyBit = isBitField() && !isPlain;
            boolean packs = isPacked && !isZeroWidth();
            if (isZeroWidth()) {
                align = Math.max(align, typeAlign);
            } else if (isBitField() && !isPlain) {
                boolean integer = size == 8 || size == 16 || size == 32 || size == 64 || size == 128;
                if (integer && !(size > BYTE && isPacked) && (known == 0 || known >= size)) {
                    align = Math.max(align, size);
                    anyBit = false;
                    isPlain = true;
                }
            } else if (!packs || member.align() == 0) {
                align = Math.max(align, typeAlign);
            }
            if (packs && member.align() == 0) {
                align = Math.min(align, BYTE);
            }
            if (most != 0 && !isZeroWidth()) {
                align = Math.min(align, most);
            }
        }
    }

    private void place(Field field) {
        boolean union = definition.tag().kind() == TagKind.UNION;
        long known = union || end == 0 ? 0 : Long.lowestOneBit(end);
        field.lay(known);
        alignRecord(field);
        if (union) {
            placed.add(new PlacedMember(field.member, 0, field.size, field.align));
            end = Math.max(end, roundUp(field.size, BYTE));
            return;
        }
        long start = end % field.align == 0 ? end : roundUp(end, field.align);
        if (startsAtUnit(field) && spansMoreUnits(field, start)) {
            start = roundUp(start, field.typeAlign);
        }
        if (start != end) {
            // a bit-field may now be fit for an integer
            field.lay(Long.lowestOneBit(start));
        }
        placed.add(new PlacedMember(field.member, start, field.size, field.align));
        end = Math.min(start + field.size, MOST_BITS);
    }

    private void alignRecord(Field field) {
        if (!field.isBitField() || field.typeSize == 0) {
            recordAlign = Math.max(recordAlign, field.align);
            return;
        }
        if (field.member.name().isPresent()) {
            long typeAlign = field.typeAlign;
            if (most != 0) {
                typeAlign = Math.min(typeAlign, most);
            } else if (field.isPacked) {
                typeAlign = Math.min(typeAlign, BYTE);
            }
            recordAlign = Math.max(recordAlign, Math.max(field.align, typeAlign));
        }
    }

    private boolean startsAtUnit(Field field) {
        return field.anyBit && !field.isPacked && most == 0 && field.size > 0 && field.typeSize > 0;
    }

    /** Source: excess_unit_span() */
    private static boolean spansMoreUnits(Field field, long start) {
        long align = field.typeAlign;
        long offset = start % align;
        return (offset + field.size + align - 1) / align > field.typeSize / align;
    }

    private static long roundUp(long value, long align) {
        return Math.min((value + align - 1) / align * align, MOST_BITS);
    }
}
