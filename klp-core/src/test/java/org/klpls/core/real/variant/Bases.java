package org.klpls.core.real.variant;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

import org.klpls.core.elf.ElfDraft;
import org.klpls.core.real.KlpSymbols;
import org.klpls.core.testing.kernel.BuiltModules;
import org.klpls.core.testing.kernel.KernelModuleBuild;
import org.klpls.core.testing.kernel.StockKernel;

/** The modules that variants are made of, built in one make: those of resources/variants, and each source variant. */
public final class Bases {
    public static final String KLP = "klp_base";
    public static final String RICH = "klp_rich";
    public static final String TARGET = "klp_target";
    public static final String MODOBJ = "klp_modobj";
    static final String USER = "plain_user";
    /** The template as it stands. */
    static final String PLAIN = "template";

    static final String LINE = ".klp.sym.vmlinux.saved_command_line,0";
    static final String SHOW = ".klp.sym.vmlinux.show,2";
    static final String VERSION = ".klp.sym.vmlinux.version_proc_show,1";
    static final String SECRET = ".klp.sym.klp_target.target_secret,0";
    static final String HIDDEN = ".klp.sym.klp_target.target_hidden,1";

    private static final List<String> FILES = List.of(KLP, RICH, TARGET, MODOBJ, USER, PLAIN);

    private final Map<String, byte[]> modules = new HashMap<>();

    private Bases() {}

    public static Bases build(StockKernel kernel) {
        SortedMap<String, String> sources = new TreeMap<>();
        FILES.forEach(name -> sources.put(name, text(name + ".c")));
        Bases bases = new Bases();
        bases.add(KernelModuleBuild.buildWithoutDebugInfo(kernel, "variants", sources), sources);
        bases.add(KernelModuleBuild.buildWithoutDebugInfo(kernel, "source-variants", SourceVariants.sources()),
                SourceVariants.sources());
        return bases;
    }

    private void add(BuiltModules built, SortedMap<String, String> sources) {
        sources.keySet().forEach(name -> modules.put(name, withKlpSymbols(name, read(built, name))));
    }

    /** The module of that name as variants get it: with klp symbols where it has some. */
    public byte[] module(String name) {
        return Optional.ofNullable(modules.get(name)).orElseThrow(() -> new IllegalArgumentException(name));
    }

    static String text(String resource) {
        try (InputStream stream = Bases.class.getResourceAsStream("/variants/" + resource)) {
            if (stream == null) {
                throw new IllegalArgumentException(resource);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] read(BuiltModules built, String name) {
        try {
            return Files.readAllBytes(built.named(name).ko());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] withKlpSymbols(String name, byte[] built) {
        ElfDraft draft = ElfDraft.of(built);
        switch (name) {
            case KLP -> KlpSymbols.convert(draft, "vmlinux",
                    Map.of("saved_command_line", LINE, "show", SHOW, "version_proc_show", VERSION));
            case MODOBJ -> {
                KlpSymbols.convert(draft, "klp_target", Map.of("target_secret", SECRET, "target_hidden", HIDDEN));
                KlpSymbols.convert(draft, "vmlinux", Map.of("saved_command_line", LINE));
            }
            default -> {
                return built;
            }
        }
        return draft.build();
    }
}
