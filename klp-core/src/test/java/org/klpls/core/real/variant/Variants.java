package org.klpls.core.real.variant;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** All variants, each name once. */
final class Variants {
    private static final List<Variant> SAMPLED = checked(Stream.of(FileVariants.all(), ModinfoVariants.all(),
            SymbolVariants.all(), RelocationVariants.all(), TableVariants.all(), SpecialSectionVariants.all(),
            SeveralModulesVariants.all(),
            SourceVariants.all().filter(variant -> !RuleVariants.SOURCES.contains(variant.name())),
            Stream.of(Variant.of("as_built", Bases.KLP, draft -> {}),
                    Variant.of("template_as_built", Bases.PLAIN, draft -> {}),
                    Variant.of("target_as_built", Bases.TARGET, draft -> {})))
            .flatMap(variants -> variants).toList());

    private static final List<Variant> ALL = checked(Stream.concat(SAMPLED.stream(), RuleVariants.all()).toList());

    private Variants() {}

    static List<Variant> all() {
        return ALL;
    }

    /** This many of them, from all families but that which shows rules. */
    static List<Variant> sample(int count) {
        return IntStream.range(0, count).mapToObj(i -> SAMPLED.get(i * SAMPLED.size() / count)).toList();
    }

    /** Those whose name matches the property, if it is set. */
    static List<Variant> chosen(List<Variant> variants) {
        Pattern wanted = Pattern.compile(System.getProperty("klpls.variants", ".*"));
        return variants.stream().filter(variant -> wanted.matcher(variant.name()).matches()).toList();
    }

    private static List<Variant> checked(List<Variant> variants) {
        Set<String> names = new HashSet<>();
        variants.forEach(variant -> {
            if (!names.add(variant.name())) {
                throw new IllegalStateException("two variants are called " + variant.name());
            }
        });
        return variants;
    }
}
