package org.klpls.core.kernel.index;

import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.klpls.core.elf.ElfBytes;
import org.klpls.core.kernel.KernelFact;
import org.klpls.core.kernel.KernelIdentity;

/** What the identity block of an index says. */
record IdentityBlock(KernelIdentity identity, Set<KernelFact> facts) {
    static IdentityBlock read(ElfBytes block) {
        Map<String, String> values = new HashMap<>();
        for (String line : lines(block)) {
            int tab = line.indexOf('\t');
            if (tab > 0) {
                values.put(line.substring(0, tab), line.substring(tab + 1));
            }
        }
        KernelIdentity identity = new KernelIdentity(Optional.ofNullable(values.get("release")),
                Optional.ofNullable(values.get("banner")), Optional.ofNullable(values.get("build-id")),
                Optional.ofNullable(values.get("vermagic")), values.getOrDefault("origin", "an index"));
        return new IdentityBlock(identity, facts(List.of(values.getOrDefault("facts", "").split(","))));
    }

    private static Set<KernelFact> facts(List<String> ids) {
        Set<KernelFact> facts = EnumSet.noneOf(KernelFact.class);
        for (KernelFact fact : KernelFact.values()) {
            if (ids.contains(fact.id())) {
                facts.add(fact);
            }
        }
        return java.util.Collections.unmodifiableSet(facts);
    }

    static List<String> lines(ElfBytes block) {
        return new String(block.toArray(), StandardCharsets.UTF_8).lines().toList();
    }
}
