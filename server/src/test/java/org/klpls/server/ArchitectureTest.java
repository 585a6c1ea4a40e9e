package org.klpls.server;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

/** The arrows of docs/architecture.md inside the server, and out of it. */
@AnalyzeClasses(packages = "org.klpls.server", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule positionsOfTheProtocolAreConvertedInOnePlace = noClasses().that()
            .resideOutsideOfPackage("org.klpls.server.lsp.convert..").should().dependOnClassesThat()
            .areAssignableTo(Position.class).orShould().dependOnClassesThat().areAssignableTo(Range.class);

    @ArchTest
    static final ArchRule theCommandLineKnowsNoProtocol = noClasses().that()
            .resideInAPackage("org.klpls.server.cli..").and().haveSimpleNameNotStartingWith("Lsp").should()
            .dependOnClassesThat().resideInAnyPackage("org.eclipse.lsp4j..");

    @ArchTest
    static final ArchRule theProtocolKnowsNoCommandLine = noClasses().that()
            .resideInAPackage("org.klpls.server.lsp..").should().dependOnClassesThat()
            .resideInAnyPackage("org.klpls.server.cli..", "picocli..");

    @ArchTest
    static final ArchRule aFaceSeesNoSyntaxTreeAndNoElfTable = noClasses().should().dependOnClassesThat()
            .resideInAnyPackage("org.klpls.c.ast..", "org.klpls.c.types..", "org.klpls.core.rules.table..",
                    "net.fornwall..")
            .because("faces show what the engine decides");

    @ArchTest
    static final ArchRule theProtocolPrintsNothing = noClasses().that().resideInAPackage("org.klpls.server.lsp..")
            .should().accessField(System.class, "out");
}
