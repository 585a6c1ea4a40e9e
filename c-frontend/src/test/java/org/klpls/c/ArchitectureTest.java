package org.klpls.c;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

/** The arrows of docs/architecture.md inside c-frontend, and out of it. */
@AnalyzeClasses(packages = "org.klpls.c", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule knowsNothingAboveIt = noClasses().should().dependOnClassesThat()
            .resideInAnyPackage("org.klpls.core..", "org.klpls.server..", "org.eclipse.lsp4j..", "net.fornwall..");

    @ArchTest
    static final ArchRule standsOnJavaAlone = classes().that().resideOutsideOfPackage("org.klpls.c.build..").should()
            .onlyDependOnClassesThat().resideInAnyPackage("org.klpls.c..", "java..", "org.jspecify..");

    /** compile_commands.json is JSON. */
    @ArchTest
    static final ArchRule buildReadsJson = classes().that().resideInAPackage("org.klpls.c.build..").should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("org.klpls.c..", "java..", "org.jspecify..", "com.google.gson..");

    @ArchTest
    static final ArchRule textKnowsNoOtherRoom = noClasses().that().resideInAPackage("org.klpls.c.text..").should()
            .dependOnClassesThat().resideInAnyPackage("org.klpls.c.build..", "org.klpls.c.pp..", "org.klpls.c.ast..",
                    "org.klpls.c.parse..", "org.klpls.c.types..");

    @ArchTest
    static final ArchRule thePreprocessorKnowsNoTree = noClasses().that().resideInAPackage("org.klpls.c.pp..").should()
            .dependOnClassesThat().resideInAnyPackage("org.klpls.c.ast..", "org.klpls.c.parse..",
                    "org.klpls.c.types..");

    @ArchTest
    static final ArchRule theTreeKnowsNoParser = noClasses().that().resideInAPackage("org.klpls.c.ast..").should()
            .dependOnClassesThat().resideInAnyPackage("org.klpls.c.parse..", "org.klpls.c.types..");

    @ArchTest
    static final ArchRule packagesFormNoCycle = slices().matching("org.klpls.c.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule nothingPrintsToStdout = noClasses().should().accessField(System.class, "out");

    @Test
    void theWordIsNowhereInIt() throws IOException {
        List<Path> sources;
        try (Stream<Path> files = Files.walk(Path.of("src/main"))) {
            sources = files.filter(Files::isRegularFile).filter(f -> f.toString().matches(".*\\.(java|jj)")).toList();
        }
        assertFalse(sources.isEmpty());
        List<Path> saying = sources.stream().filter(ArchitectureTest::saysIt).toList();
        assertEquals(List.of(), saying);
    }

    private static boolean saysIt(Path file) {
        try {
            return Files.readString(file).toLowerCase(Locale.ROOT).contains("livepatch");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
