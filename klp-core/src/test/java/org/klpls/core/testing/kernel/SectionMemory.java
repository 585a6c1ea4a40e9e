package org.klpls.core.testing.kernel;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/** A section as it lies in the memory of the running kernel. */
public record SectionMemory(String name, long address, byte[] bytes) {
    /** What {@link Job.ReadSections} told: the sections that the kernel has, in the order in which they were asked for. */
    public static List<SectionMemory> of(Job.ReadSections job, Outcome outcome) {
        ByteBuffer told = ByteBuffer.wrap(outcome.content()).order(ByteOrder.LITTLE_ENDIAN);
        List<SectionMemory> sections = new ArrayList<>();
        while (told.hasRemaining()) {
            String name = job.sections().get((int) told.getLong()).name();
            long address = told.getLong();
            byte[] bytes = new byte[(int) told.getLong()];
            told.get(bytes);
            sections.add(new SectionMemory(name, address, bytes));
        }
        return sections;
    }
}
