package org.klpls.core.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.klpls.c.text.SourceRange;
import org.klpls.core.dwarf.SourcePlaces;
import org.klpls.core.dwarf.SourcePlaces.SourcePlace;
import org.klpls.core.elf.SectionHeader;
import org.klpls.core.model.ElfPlace;
import org.klpls.core.model.KlpPatch;
import org.klpls.core.module.CompiledPlace;
import org.klpls.core.module.LivepatchModule;
import org.klpls.core.rule.Finding;
import org.klpls.core.rule.Related;
import org.klpls.core.source.LivepatchSource;
import org.klpls.core.source.SourceWord;

/**
 * Adds to a finding on a built module where its author wrote what it is about: by the module's line tables, where it has debug
 * info, and by the names of functions, variables and tables.
 */
final class AuthorsPlaces {
    private final LivepatchModule module;
    private final List<LivepatchSource> sources;
    private final List<KlpPatch> inModule;
    private final Supplier<CompiledPlace.Finder> finder;
    private final Supplier<SourcePlaces> lines;

    /** @param inModule the patches in the module's data */
    AuthorsPlaces(LivepatchModule module, List<LivepatchSource> sources, List<KlpPatch> inModule) {
        this.module = module;
        this.sources = sources;
        this.inModule = inModule;
        // most modules have no finding: then neither is read
        finder = new Remembered<>(() -> new CompiledPlace.Finder(module.image()));
        lines = new Remembered<>(() -> SourcePlaces.of(module.image()));
    }

    Finding attach(Finding finding) {
        if (finding.source().isPresent() || finding.module().isEmpty()) {
            return finding;
        }
        ElfPlace elf = finding.module().get();
        Optional<CompiledPlace> compiled = finder.get().of(elf);
        Optional<SourceRange> entry = compiled.flatMap(this::tableEntry);
        Optional<SourcePlace> line = compiled.filter(CompiledPlace::isCode)
                .flatMap(place -> lines.get().at(place.section(), place.offset()));
        Optional<SourceRange> written = entry.or(() -> compiled.flatMap(place -> written(place, line)));
        Optional<SourceRange> name = elf.symbol().flatMap(this::klpName);
        Optional<SourceRange> place = written.or(() -> name);
        if (place.isEmpty()) {
            return compiled.flatMap(where -> told(where, line, elf.symbol()))
                    .map(text -> finding.related(with(finding.related(),
                            new Related(text, Optional.empty()))))
                    .orElse(finding);
        }
        Finding there = finding.in(place.get());
        return name.filter(range -> !range.equals(place.get())).map(range -> there.related(with(there.related(),
                new Related("the symbol is named here", Optional.of(range))))).orElse(there);
    }

    /** The entry of a table in the source whose twin in the module holds this place. */
    private Optional<SourceRange> tableEntry(CompiledPlace place) {
        String section = module.image().section(place.section()).map(SectionHeader::name).orElse("");
        return sources.stream().flatMap(source -> source.patches().stream()).flatMap(patch -> inModule.stream()
                .filter(twin -> twin.variable().equals(patch.variable()))
                .flatMap(twin -> TableTwins.entryAt(patch, twin, section, place.offset()).stream())).findFirst();
    }

    private Optional<SourceRange> written(CompiledPlace place, Optional<SourcePlace> line) {
        for (LivepatchSource source : sources) {
            Optional<SourceRange> found = line.filter(known -> isOf(known, source))
                    .flatMap(known -> onLine(source, known.line() - 1, place))
                    .or(() -> place.owner().flatMap(owner -> place.operand()
                            .flatMap(operand -> source.code().use(owner, operand))
                            .or(() -> source.code().name(owner))));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** A line counts where the file is still what was built, or where it names what the code there refers to. */
    private Optional<SourceRange> onLine(LivepatchSource source, int line, CompiledPlace place) {
        Optional<SourceRange> operand = place.operand().flatMap(name -> source.code().useOnLine(line, name));
        return operand.isPresent() || !isOlderThanModule(source) ? operand : source.code().line(line);
    }

    private boolean isOlderThanModule(LivepatchSource source) {
        Path file = source.text().path();
        try {
            return Files.getLastModifiedTime(file).compareTo(Files.getLastModifiedTime(module.path())) <= 0
                    && Files.readString(file).equals(source.text().text());
        } catch (IOException _) {
            return false;
        }
    }

    /** A module is often built in another folder than the one it is looked at in. */
    private static boolean isOf(SourcePlace line, LivepatchSource source) {
        return fileName(line).equals(String.valueOf(source.text().path().getFileName()));
    }

    private static String fileName(SourcePlace line) {
        return line.file().substring(line.file().lastIndexOf('/') + 1);
    }

    /** Where the source has the klp symbol's name as a string. */
    private Optional<SourceRange> klpName(String symbol) {
        return sources.stream().flatMap(source -> source.words().stream())
                .filter(word -> word instanceof SourceWord.Symbol
                        && word.range().source().slice(word.range().span()).contains(symbol))
                .map(SourceWord::range).findFirst();
    }

    /** Without the symbol that the place itself names. */
    private static Optional<String> told(CompiledPlace place, Optional<SourcePlace> line, Optional<String> known) {
        Optional<String> owner = place.owner().filter(name -> !known.equals(Optional.of(name)))
                .map(name -> "in " + name + (place.isCode() ? "()" : ""));
        return line.map(at -> owner.map(text -> text + ", ").orElse("at ") + fileName(at) + ":" + at.line())
                .or(() -> owner);
    }

    private static List<Related> with(List<Related> related, Related more) {
        List<Related> all = new ArrayList<>(related);
        all.add(more);
        return all;
    }

    /** What is worked out once, and only if it is asked for; for one thread. */
    private static final class Remembered<T> implements Supplier<T> {
        private final Supplier<T> maker;
        private Optional<T> made = Optional.empty();

        Remembered(Supplier<T> maker) {
            this.maker = maker;
        }

        @Override
        public T get() {
            T value = made.orElseGet(maker);
            made = Optional.of(value);
            return value;
        }
    }
}
