package org.klpls.core;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

/** The arrows of docs/architecture.md inside klp-core, and out of it. */
@AnalyzeClasses(packages = "org.klpls.core", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    /** What all of klp-core names places in C with, and how sources are built. */
    private static final DescribedPredicate<JavaClass> VOCABULARY_OF_PLACES = resideInAnyPackage("org.klpls.c.text..",
            "org.klpls.c.build..").as("places in C, and how it is built");

    @ArchTest
    static final ArchRule knowsNoProtocolAndNoFace = noClasses().should().dependOnClassesThat()
            .resideInAnyPackage("org.eclipse.lsp4j..", "org.klpls.server..", "picocli..");

    @ArchTest
    static final ArchRule theCFrontendIsReadInFourRoomsOnly = noClasses().that()
            .resideOutsideOfPackages("org.klpls.core.source..", "org.klpls.core.rules.source..",
                    "org.klpls.core.rules.pair..", "org.klpls.core.facts..")
            .should().dependOnClassesThat(
                    resideInAnyPackage("org.klpls.c..").and(DescribedPredicate.not(VOCABULARY_OF_PLACES)));

    @ArchTest
    static final ArchRule jelfIsImportedByElfOnly = noClasses().that().resideOutsideOfPackage("org.klpls.core.elf..")
            .should().dependOnClassesThat().resideInAnyPackage("net.fornwall..");

    @ArchTest
    static final ArchRule jsonIsWrittenByReportsOnly = noClasses().that()
            .resideOutsideOfPackage("org.klpls.core.report..").should().dependOnClassesThat()
            .resideInAnyPackage("com.google.gson..");

    @ArchTest
    static final ArchRule recordsKnowNoRules = noClasses().that()
            .resideInAnyPackage("org.klpls.core.model..", "org.klpls.core.kernel..", "org.klpls.core.elf..")
            .should().dependOnClassesThat().resideInAnyPackage("org.klpls.core.rules..", "org.klpls.core.check..",
                    "org.klpls.core.report..", "org.klpls.core.facts..", "org.klpls.core.source..");

    @ArchTest
    static final ArchRule rulesKnowNotWhoRunsThem = noClasses().that().resideInAPackage("org.klpls.core.rules..")
            .should().dependOnClassesThat().resideInAnyPackage("org.klpls.core.check..", "org.klpls.core.report..",
                    "org.klpls.core.facts..");

    /** The kernel room's doors (KernelReader and the like) stand beside its records, and know the readers behind them. */
    @ArchTest
    static final ArchRule packagesFormNoCycle = slices().matching("org.klpls.core.(**)").should().beFreeOfCycles()
            .ignoreDependency(resideInAPackage("org.klpls.core.kernel"), resideInAPackage("org.klpls.core.kernel.*.."));

    @ArchTest
    static final ArchRule namesSayWhatAThingIs = noClasses().should()
            .haveNameMatching(".*(Manager|Util|Utils|Helper|Impl)").orShould().haveNameMatching(".*\\.I[A-Z][a-z].*");

    @ArchTest
    static final ArchRule nothingPrintsToStdout = noClasses().should().accessField(System.class, "out");
}
