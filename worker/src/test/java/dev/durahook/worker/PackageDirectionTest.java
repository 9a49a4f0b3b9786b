package dev.durahook.worker;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;

/** The packages of the worker have no cycles, and a kind of destination is one package. */
@AnalyzeClasses(packages = "dev.durahook.worker", importOptions = ImportOption.DoNotIncludeTests.class)
class PackageDirectionTest {

    @ArchTest
    static final ArchRule NO_CYCLES = SlicesRuleDefinition.slices()
            .matching("dev.durahook.worker.(**)")
            .should()
            .beFreeOfCycles();

    @ArchTest
    static final ArchRule ONLY_THE_HTTP_KIND_KNOWS_HTTP = noClasses()
            .that()
            .resideOutsideOfPackages("dev.durahook.worker.destination.http..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("okhttp3..");

    @ArchTest
    static final ArchRule WHAT_EVERY_KIND_HAS_KNOWS_NO_KIND = noClasses()
            .that()
            .resideInAnyPackage("dev.durahook.worker.destination", "dev.durahook.worker.destination.kind")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "dev.durahook.worker.destination.http..",
                    "dev.durahook.worker.destination.workflow..",
                    "dev.durahook.worker.destination.activity..",
                    "dev.durahook.worker.destination.signing..",
                    "dev.durahook.worker.destination.address..");
}
