package dev.durahook.benchmarks.load;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;

/** The packages have no cycles, and the handler's classes need only libraries that a worker has. */
@AnalyzeClasses(packages = "dev.durahook.benchmarks.load", importOptions = ImportOption.DoNotIncludeTests.class)
class PackageDirectionTest {

    @ArchTest
    static final ArchRule NO_CYCLES = SlicesRuleDefinition.slices()
            .matching("dev.durahook.benchmarks.load.(**)")
            .should()
            .beFreeOfCycles();

    @ArchTest
    static final ArchRule THE_HANDLER_NEEDS_ONLY_WHAT_A_WORKER_HAS = classes()
            .that()
            .resideInAPackage("..load.handler..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "..load.handler..",
                    "dev.durahook.loadsupport.effect..",
                    "dev.durahook.workflows..",
                    "io.temporal.failure..",
                    "org.springframework.stereotype..",
                    "org.jspecify.annotations..",
                    "java..");
}
