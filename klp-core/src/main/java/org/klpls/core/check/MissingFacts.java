package org.klpls.core.check;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.klpls.core.kernel.KernelFact;
import org.klpls.core.kernel.SymbolLookup;
import org.klpls.core.kernel.TargetKernel;
import org.klpls.core.model.KlpFunc;
import org.klpls.core.model.KlpObject;
import org.klpls.core.model.KlpPatch;
import org.klpls.core.model.KlpTable;
import org.klpls.core.model.Located;
import org.klpls.core.model.ModuleName;
import org.klpls.core.model.ObjectName;
import org.klpls.core.rule.Need;
import org.klpls.core.rule.Skipped;

/** Tells each missing kind of fact once, however many rules wanted it. */
final class MissingFacts {
    /** So many files are named in one sentence. */
    private static final int NAMED = 4;

    private MissingFacts() {}

    static List<Skipped> of(Set<Need> lacking, Optional<TargetKernel> kernel) {
        if (lacking.isEmpty()) {
            return List.of();
        }
        if (kernel.isEmpty() && lacking.stream().anyMatch(MissingFacts::isOfKernel)) {
            return List.of(new Skipped("kernel",
                    "no kernel is known, so the names in the tables are not looked up",
                    "choose one with --kernel (a vmlinuz, a vmlinux, a System.map, or a release such as $(uname -r))"));
        }
        return lacking.stream().sorted().map(need -> of(need, kernel)).toList();
    }

    /** Modules that patches name and whose symbols are not among the facts. */
    static List<Skipped> ofModules(Set<String> unknown) {
        if (unknown.isEmpty()) {
            return List.of();
        }
        boolean one = unknown.size() == 1;
        return List.of(new Skipped("module symbols",
                "the symbols of the module" + (one ? " " : "s ") + String.join(", ", unknown)
                        + " are not known, so what is patched in " + (one ? "it" : "them") + " is not looked up",
                "give --kernel also the " + (one ? "module" : "modules") + ", or the /lib/modules/RELEASE with "
                        + (one ? "it" : "them")));
    }

    static Set<String> unknownModules(KlpPatch patch, Optional<TargetKernel> kernel) {
        if (kernel.isEmpty() || !kernel.get().facts().contains(KernelFact.SYMBOLS)) {
            return Set.of();
        }
        return patch.objects().entries().stream().filter(o -> o.funcs().filter(f -> !f.entries().isEmpty()).isPresent())
                .flatMap(o -> o.name().stream()).map(Located::value)
                .filter(name -> ModuleName.isPossible(name) && !name.equals("vmlinux"))
                .filter(name -> ModuleName.fits(name) && !kernel.get().modules().builtIn().contains(name))
                .filter(name -> !kernel.get().knows(new ObjectName.Module(name))).collect(Collectors.toSet());
    }

    /**
     * Functions to be patched whose parameters are not known, so that those of their replacements are not compared: of
     * several functions of one name BTF does not say which is which.
     */
    static Set<String> unknownPrototypes(KlpPatch patch, Optional<TargetKernel> kernel) {
        if (kernel.isEmpty() || !kernel.get().facts().contains(KernelFact.TYPES)) {
            return Set.of();
        }
        Set<String> unknown = new TreeSet<>();
        for (KlpObject object : patch.objects().entries()) {
            for (KlpFunc func : object.funcs().map(KlpTable::entries).orElse(List.of())) {
                func.oldName().map(Located::value).filter(name -> !name.contains("."))
                        .filter(name -> kernel.get().lookup(object.objectName(), name,
                                func.symposOrZero()) instanceof SymbolLookup.Found found && found.symbol().isText())
                        .filter(name -> kernel.get().prototype(object.objectName(), name).isEmpty())
                        .ifPresent(unknown::add);
            }
        }
        return unknown;
    }

    static List<Skipped> ofPrototypes(Set<String> unknown) {
        return unknown.isEmpty()
                ? List.of()
                : List.of(new Skipped("parameters",
                        "the kernel's BTF does not tell the parameters of " + String.join(", ", unknown)
                                + ", so those of " + (unknown.size() == 1 ? "its replacement" : "their replacements")
                                + " are not compared",
                        "compare them with the kernel's source by hand"));
    }

    /** Livepatches of which no built module is among the inputs. */
    static List<Skipped> ofUnbuilt(List<Path> sources) {
        return sources.isEmpty()
                ? List.of()
                : List.of(new Skipped("module",
                        "no module built from " + names(sources) + " was given, so relocations and klp symbols are not"
                                + " checked",
                        "build it, and give --module FILE.ko"));
    }

    /** Inputs that say nothing of livepatches: they are no livepatches, or parts of one that name no table. */
    static List<Skipped> ofOthers(List<Path> inputs) {
        return inputs.isEmpty()
                ? List.of()
                : List.of(new Skipped("livepatch",
                        names(inputs)
                                + (inputs.size() == 1
                                        ? " is no livepatch: it defines"
                                        : " are no livepatches: they define")
                                + " no struct klp_patch and call"
                                + (inputs.size() == 1 ? "s" : "") + " no klp_enable_patch()",
                        "name the source with the patch, or its folder"));
    }

    private static String names(List<Path> paths) {
        List<String> names = paths.stream().map(p -> String.valueOf(p.getFileName())).distinct().limit(NAMED).toList();
        return String.join(", ", names)
                + (paths.size() > names.size() ? " and " + (paths.size() - names.size()) + " more" : "");
    }

    /** One a check: the first reason given. */
    static List<Skipped> once(List<Skipped> skipped) {
        Map<String, Skipped> byCheck = new LinkedHashMap<>();
        skipped.forEach(s -> byCheck.putIfAbsent(s.check(), s));
        // without a kernel there is no layout to read a module's tables with: the same reason, so told once
        if (byCheck.containsKey("kernel")) {
            byCheck.remove("module patches");
        }
        return List.copyOf(byCheck.values());
    }

    private static boolean isOfKernel(Need need) {
        return switch (need) {
            case KERNEL_SYMBOLS, KERNEL_TRACEABLE, KERNEL_TYPES, KERNEL_EXPORTS, KERNEL_VERMAGIC, KERNEL_INLINES ->
                true;
            case SOURCE, MODULE -> false;
        };
    }

    private static Skipped of(Need need, Optional<TargetKernel> kernel) {
        return kernel.filter(_ -> need == Need.KERNEL_INLINES).flatMap(k -> k.missing(KernelFact.INLINES))
                .map(why -> new Skipped("inlines", why.message(), why.remedy()))
                .orElseGet(() -> of(need, release(kernel)));
    }

    private static String release(Optional<TargetKernel> kernel) {
        return kernel.flatMap(k -> k.identity().release()).orElse("RELEASE");
    }

    private static Skipped of(Need need, String release) {
        return switch (need) {
            case SOURCE -> new Skipped("source", "the C source is not known", "name the .c file, or its folder");
            case MODULE ->
                new Skipped("module", "the built module is not known", "build it, and give --module FILE.ko");
            case KERNEL_SYMBOLS -> new Skipped("symbols", "the kernel's symbols are not known",
                    "give --kernel also the vmlinuz (boot/vmlinuz-" + release
                            + " of a machine that runs it), the vmlinux or a"
                            + " System.map");
            case KERNEL_TRACEABLE -> new Skipped("traceable", "which functions can be traced is not known",
                    "give --kernel also the vmlinuz or the vmlinux");
            case KERNEL_TYPES -> new Skipped("btf", "the kernel's types are not known",
                    "give --kernel also a vmlinuz with BTF, or a vmlinux with debug info");
            case KERNEL_EXPORTS -> new Skipped("exports", "the kernel's exported symbols are not known",
                    "give --kernel also the vmlinuz, or its Module.symvers");
            case KERNEL_VERMAGIC -> new Skipped("vermagic", "the kernel's vermagic is not known",
                    "give --kernel also the vmlinuz, or its build folder");
            case KERNEL_INLINES -> new Skipped("inlines",
                    "inline copies are not known: the kernel's debug info is needed",
                    "give --kernel also the vmlinux with debug info (Debian: apt install linux-image-" + release
                            + "-dbg), or set DEBUGINFOD_URLS");
        };
    }
}
