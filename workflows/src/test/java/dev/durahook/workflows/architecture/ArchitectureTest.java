package dev.durahook.workflows.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.EvaluationResult;
import java.io.File;
import java.time.Instant;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final String ROOT = "dev.durahook.workflows";
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    @Test
    void nothingKnowsSpringOrJackson3() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework..", "tools.jackson..")
                .check(CLASSES);
    }

    @Test
    void contractKnowsNoneOfThePackagesBelowIt() {
        noClasses()
                .that()
                .resideInAPackage(ROOT)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(ROOT + ".*..")
                .check(CLASSES);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    // PacedAttempts and UnreadableBodyException run in activities, not in workflow code.
    @Test
    void workflowCodeIsDeterministic() {
        classes()
                .that()
                .resideInAnyPackage(
                        ROOT + ".processing",
                        ROOT + ".parking",
                        ROOT + ".policy",
                        ROOT + ".details",
                        ROOT + ".operations..",
                        ROOT + ".reading",
                        ROOT + ".runs",
                        ROOT + ".size",
                        ROOT + ".waiting")
                .and()
                .doNotHaveSimpleName("PacedAttempts")
                .and()
                .doNotHaveSimpleName("UnreadableBodyException")
                .should(Determinism.useOnlyWhatReplays())
                .check(CLASSES);
    }

    @Test
    void carelessWorkflowIsFound() {
        EvaluationResult result = classes()
                .should(Determinism.useOnlyWhatReplays())
                .evaluate(new ClassFileImporter().importClasses(Careless.class));
        assertThat(String.join("\n", result.getFailureReport().getDetails()))
                .contains(
                        "System.currentTimeMillis()",
                        "System.nanoTime()",
                        "Instant.now()",
                        "Math.random()",
                        "Random.<init>()",
                        "UUID.randomUUID()",
                        "Thread.sleep(",
                        "File.exists()",
                        "Executors.newCachedThreadPool()");
    }

    /** Never run. */
    static final class Careless {

        Object process() throws InterruptedException {
            Thread.sleep(1);
            Executors.newCachedThreadPool().shutdown();
            return UUID.randomUUID().toString()
                    + System.currentTimeMillis()
                    + System.nanoTime()
                    + Instant.now()
                    + Math.random()
                    + new Random().nextInt()
                    + new File("a").exists();
        }
    }
}
