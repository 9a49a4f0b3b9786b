package dev.durahook.reliability;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;

/** The packages have no cycles, and the handler's classes need no library that a worker does not have. */
@AnalyzeClasses(packages = "dev.durahook.reliability", importOptions = ImportOption.DoNotIncludeTests.class)
class PackageDirectionTest {

    @ArchTest
    static final ArchRule NO_CYCLES = SlicesRuleDefinition.slices()
            .matching("dev.durahook.reliability.(**)")
            .should()
            .beFreeOfCycles();

    @ArchTest
    static final ArchRule THE_HANDLER_NEEDS_ONLY_WHAT_A_WORKER_HAS = classes()
            .that()
            .resideInAPackage("..reliability.handler..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "..reliability.handler..",
                    "..reliability.record..",
                    "dev.durahook.workflows..",
                    "dev.durahook.ledger..",
                    "org.postgresql..",
                    "org.springframework.stereotype..",
                    "org.jspecify.annotations..",
                    "java..",
                    "javax.sql..");

    @ArchTest
    static final ArchRule THE_RECORD_NEEDS_ONLY_THE_JDK = classes()
            .that()
            .resideInAPackage("..reliability.record..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("..reliability.record..", "org.jspecify.annotations..", "java..");

    @ArchTest
    static final ArchRule THE_CHECKER_ASKS_NO_SERVER = classes()
            .that()
            .resideInAnyPackage("..reliability.check..", "..reliability.record..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "..reliability.check..",
                    "..reliability.record..",
                    "com.fasterxml.jackson.databind..",
                    "org.jspecify.annotations..",
                    "java..");
}
