package org.klpls.core.kernel.index;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.klpls.core.elf.ElfBytes;
import org.klpls.core.kernel.Export;
import org.klpls.core.kernel.KernelFact;
import org.klpls.core.kernel.KernelIdentity;

/** Turns {@link KernelFacts} into the blocks of an index. */
final class IndexWriter {
    static final int EXPORT_SIZE = 20;
    static final int OBJECT_SIZE = 12;
    static final int GPL_ONLY = 1;
    static final int HAS_CRC = 2;

    private final KernelFacts facts;
    private final StringPool pool = new StringPool();
    private final Map<Block, ElfBytes> blocks = new EnumMap<>(Block.class);

    private IndexWriter(KernelFacts facts) {
        this.facts = facts;
    }

    static IndexBlocks write(KernelFacts facts) {
        IndexWriter writer = new IndexWriter(facts);
        // Types and names have nothing to do with each other: both tables are made at once.
        CompletableFuture<Map<Block, ElfBytes>> types = CompletableFuture
                .supplyAsync(() -> DerivedBlocks.types(facts.btf().orElse(ElfBytes.EMPTY)));
        writer.blocks.put(Block.IDENTITY, identity(facts.identity(), facts.known()));
        writer.symbols();
        writer.exports();
        writer.blocks.put(Block.POOL, ElfBytes.of(writer.pool.toBytes()));
        writer.blocks.put(Block.CONFIG, text(facts.config()));
        facts.btf().ifPresent(btf -> writer.blocks.put(Block.BTF, btf));
        facts.inlines().ifPresent(inlines -> writer.blocks.put(Block.INLINES, inlines));
        writer.blocks.put(Block.MODULES, ModulesBlock.write(facts.modules()));
        writer.blocks.putAll(NamedSymbolsWriter.write(IndexSymbols.of(IndexBlocks.of(writer.blocks)),
                Integer.MAX_VALUE).orElseThrow());
        writer.blocks.putAll(types.join());
        return IndexBlocks.of(writer.blocks);
    }

    static ElfBytes identity(KernelIdentity identity, Set<KernelFact> known) {
        List<String> lines = new ArrayList<>();
        identity.release().ifPresent(v -> lines.add("release\t" + v));
        identity.banner().ifPresent(v -> lines.add("banner\t" + v));
        identity.buildId().ifPresent(v -> lines.add("build-id\t" + v));
        identity.vermagic().ifPresent(v -> lines.add("vermagic\t" + v));
        lines.add("origin\t" + identity.origin());
        lines.add("facts\t" + known.stream().map(KernelFact::id).collect(Collectors.joining(",")));
        return text(lines);
    }

    private static ElfBytes text(List<String> lines) {
        return ElfBytes.of(String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
    }

    private void symbols() {
        int count = facts.objects().stream().mapToInt(o -> o.symbols().count()).sum();
        Column objects = Column.ofBytes(facts.objects().size() * OBJECT_SIZE);
        Column names = Column.ofInts(count);
        Column addresses = Column.ofLongs(count);
        Column sizes = Column.ofInts(count);
        byte[] types = new byte[count];
        byte[] traces = new byte[count];
        byte[] ranges = new byte[count];
        int next = 0;
        int object = 0;
        for (KernelFacts.ObjectFacts known : facts.objects()) {
            SymbolColumns symbols = known.symbols();
            objects.setInt(object, pool.offset(known.object().text()));
            objects.setInt(object + 4, next);
            objects.setInt(object + 8, symbols.count());
            object += OBJECT_SIZE;
            for (int i = 0; i < symbols.count(); i++, next++) {
                names.putInt(next, pool.offset(symbols.name(i)));
                addresses.putLong(next, symbols.address(i));
                sizes.putInt(next, symbols.size(i));
                types[next] = (byte) symbols.type(i);
                traces[next] = symbols.trace(i);
                ranges[next] = symbols.range(i);
            }
        }
        blocks.put(Block.OBJECTS, objects.content());
        blocks.put(Block.NAMES, names.content());
        blocks.put(Block.ADDRESSES, addresses.content());
        blocks.put(Block.SIZES, sizes.content());
        blocks.put(Block.TYPES, ElfBytes.of(types));
        blocks.put(Block.TRACES, ElfBytes.of(traces));
        blocks.put(Block.RANGES, ElfBytes.of(ranges));
    }

    private void exports() {
        List<Export> sorted = facts.exports().stream().sorted(Comparator.comparing(Export::name)).toList();
        Column column = Column.ofBytes(sorted.size() * EXPORT_SIZE);
        int at = 0;
        for (Export export : sorted) {
            column.setInt(at, pool.offset(export.name()));
            column.setInt(at + 4, pool.offset(export.owner().text()));
            column.setInt(at + 8, export.namespace().map(pool::offset).orElse(-1));
            column.setInt(at + 12, (export.gplOnly() ? GPL_ONLY : 0) | (export.crc().isPresent() ? HAS_CRC : 0));
            column.setInt(at + 16, export.crc().orElse(0));
            at += EXPORT_SIZE;
        }
        blocks.put(Block.EXPORTS, column.content());
    }
}
