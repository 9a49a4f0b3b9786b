package dev.durahook.standalone.endtoend;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.springframework.context.annotation.Bean;

/**
 * An application that has Durahook as a library may give its own beans any everyday name: two beans with the same name
 * stop the start. A health indicator's name is the name of its part of the health page.
 */
@AnalyzeClasses(
        packages = {
            "dev.durahook.combined",
            "dev.durahook.connection",
            "dev.durahook.receiver",
            "dev.durahook.standalone",
            "dev.durahook.worker"
        },
        importOptions = ImportOption.DoNotIncludeTests.class)
class BeanNamesTest {

    @ArchTest
    static final ArchRule BEANS_ARE_NAMED_AFTER_THE_PROJECT =
            methods().that().areAnnotatedWith(Bean.class).should().haveNameMatching("durahook.*|.*HealthIndicator");
}
