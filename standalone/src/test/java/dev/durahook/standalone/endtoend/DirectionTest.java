package dev.durahook.standalone.endtoend;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;

/** Data flows one way. This module has every module on its class path, so it can check the direction of all of them. */
@AnalyzeClasses(packages = "dev.durahook", importOptions = ImportOption.DoNotIncludeTests.class)
class DirectionTest {

    @ArchTest
    static final ArchRule MODULES = layeredArchitecture()
            .consideringOnlyDependenciesInAnyPackage("dev.durahook..")
            .layer("workflows")
            .definedBy("dev.durahook.workflows..")
            .layer("ledger")
            .definedBy("dev.durahook.ledger..")
            .layer("connection")
            .definedBy("dev.durahook.connection..")
            .layer("receiver")
            .definedBy("dev.durahook.receiver..")
            .layer("signing")
            .definedBy("dev.durahook.signing..")
            .layer("testing")
            .definedBy("dev.durahook.testing..")
            .layer("worker")
            .definedBy("dev.durahook.worker..")
            .layer("examples")
            .definedBy("dev.durahook.examples..")
            .layer("combined")
            .definedBy("dev.durahook.combined..")
            .layer("standalone")
            .definedBy("dev.durahook.standalone..")
            .optionalLayer("test support")
            .definedBy("dev.durahook.testsupport..")
            .whereLayer("receiver")
            .mayOnlyBeAccessedByLayers("combined", "standalone", "signing")
            .whereLayer("signing")
            .mayOnlyBeAccessedByLayers("standalone", "testing")
            .whereLayer("testing")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("worker")
            .mayOnlyBeAccessedByLayers("combined", "standalone", "examples", "testing")
            .whereLayer("ledger")
            .mayOnlyBeAccessedByLayers("examples", "testing")
            .whereLayer("examples")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("combined")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("standalone")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("test support")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("connection")
            .mayOnlyBeAccessedByLayers("receiver", "worker", "standalone");

    @ArchTest
    static final ArchRule THE_CONTRACT_KNOWS_NO_FRAMEWORK = noClasses()
            .that()
            .resideInAnyPackage("dev.durahook.workflows..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework..", "jakarta..", "tools.jackson..");

    // Receiver and worker write events in the same way in the Web UI and the log, and both know which events are for
    // workflows of other workers.
    @ArchTest
    static final ArchRule THE_RECEIVER_KNOWS_NO_WORKFLOW = noClasses()
            .that()
            .resideInAPackage("dev.durahook.receiver..")
            .should()
            .dependOnClassesThat(
                    resideInAnyPackage("dev.durahook.workflows.*..", "io.temporal.workflow..", "io.temporal.worker..")
                            .and(not(resideInAnyPackage(
                                    "dev.durahook.workflows.text",
                                    "dev.durahook.workflows.json",
                                    "dev.durahook.workflows.logging",
                                    "dev.durahook.workflows.remote"))));

    // The root of a module counts as a package, too.
    @ArchTest
    static final ArchRule NO_CYCLES =
            SlicesRuleDefinition.slices().matching("dev.durahook.(**)").should().beFreeOfCycles();
}
