package dev.durahook.examples.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.durahook.examples.classic.UserCreatedWorkflow;
import dev.durahook.examples.github.GithubPush;
import io.temporal.spring.boot.WorkflowImpl;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.durahook.examples");

    @Test
    void workflowsAreDeterministic() {
        assertThat(CLASSES.stream().filter(c -> c.isAnnotatedWith(WorkflowImpl.class)))
                .extracting(c -> c.getName())
                .contains(UserCreatedWorkflow.class.getName(), GithubPush.GithubPushWorkflow.class.getName());
        classes()
                .that()
                .areAnnotatedWith(WorkflowImpl.class)
                .should(Determinism.useOnlyWhatReplays())
                .check(CLASSES);
    }

    @Test
    void carelessWorkflowIsFound() {
        assertThat(classes()
                        .should(Determinism.useOnlyWhatReplays())
                        .evaluate(new ClassFileImporter().importClasses(Careless.class))
                        .hasViolation())
                .isTrue();
    }

    // An example's package is copied as a whole, so it must not need another.
    @Test
    void examplesDoNotKnowEachOther() {
        slices().matching("dev.durahook.examples.(*)..")
                .should()
                .notDependOnEachOther()
                .check(CLASSES);
    }

    /** Breaks the rules for workflow code, so that a test sees them fail. Never run. */
    static final class Careless {

        Object process() {
            return Instant.now();
        }
    }
}
