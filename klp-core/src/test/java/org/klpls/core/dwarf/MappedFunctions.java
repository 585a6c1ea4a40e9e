package org.klpls.core.dwarf;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.klpls.core.elf.ElfHeader;
import org.klpls.core.elf.ElfImage;
import org.klpls.core.elf.SectionHeader;

/** What an {@link InlineMap} says of a file, in the words of {@link DumpedFunctions}. */
final class MappedFunctions {
    private final InlineMap map;
    private final ElfImage image;
    private final SectionLayout layout;
    private final Map<Integer, Integer> functionOfCopy = new HashMap<>();

    MappedFunctions(InlineMap map, ElfImage image) {
        this.map = map;
        this.image = image;
        layout = SectionLayout.of(image);
        for (int f = 0; f < map.functions(); f++) {
            int function = f;
            map.copies(f).forEach(copy -> functionOfCopy.put(copy, function));
        }
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (int f = 0; f < map.functions(); f++) {
            String name = words(f);
            map.codes(f).forEach(code -> lines.add("code of " + name + " " + codeRanges(code)));
            map.copies(f).forEach(copy -> lines.add("copy of " + name + " " + copyRanges(copy) + " for line "
                    + map.copyLine(copy) + " in " + around(copy) + host(map.copyCode(copy))));
            map.calls(f).forEach(call -> IntStream.range(0, map.callTimes(call))
                    .forEach(_ -> lines.add("call of " + name + " in " + host(map.callCode(call)))));
        }
        lines.sort(null);
        return lines;
    }

    private String words(int function) {
        String file = map.file(function).orElse("");
        return map.name(function) + " " + file.substring(file.lastIndexOf('/') + 1) + ":" + map.line(function);
    }

    private String around(int copy) {
        int parent = map.copyParent(copy);
        return parent < 0 ? "" : "copy of " + words(functionOfCopy.getOrDefault(parent, -1)) + " in ";
    }

    private String host(int code) {
        return words(map.function(code)) + " at " + codeRanges(code).getFirst();
    }

    private List<String> codeRanges(int code) {
        return map.codeRanges(code).mapToObj(r -> offset(map.codeRangeStart(r)) + "+" + map.codeRangeLength(r))
                .toList();
    }

    private List<String> copyRanges(int copy) {
        return map.copyRanges(copy).mapToObj(r -> offset(map.copyRangeStart(r)) + "+" + map.copyRangeLength(r))
                .toList();
    }

    /** In an object file llvm-dwarfdump counts from the start of the section. */
    private String offset(long address) {
        if (image.header().type() != ElfHeader.ET_REL) {
            return Long.toHexString(address);
        }
        Optional<SectionHeader> section = image.sections()
                .stream()
                .filter(s -> s.isAlloc() && address >= layout.address(s.index())
                        && address < layout.address(s.index()) + Math.max(1, s.size()))
                .findFirst();
        return Long.toHexString(address - layout.address(section.orElseThrow().index()));
    }
}
