package dev.durahook.loadsupport;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;

/** The packages have no cycles, and a handler that notes its effects needs only libraries that a worker has. */
@AnalyzeClasses(packages = "dev.durahook.loadsupport", importOptions = ImportOption.DoNotIncludeTests.class)
class PackageDirectionTest {

    @ArchTest
    static final ArchRule NO_CYCLES = SlicesRuleDefinition.slices()
            .matching("dev.durahook.loadsupport.(**)")
            .should()
            .beFreeOfCycles();

    @ArchTest
    static final ArchRule EFFECTS_NEED_ONLY_THE_JDK = classes()
            .that()
            .resideInAnyPackage("..loadsupport.effect..", "..loadsupport.time..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "..loadsupport.effect..",
                    "..loadsupport.time..",
                    "org.jspecify.annotations..",
                    "com.sun.net.httpserver..",
                    "java..");
}
