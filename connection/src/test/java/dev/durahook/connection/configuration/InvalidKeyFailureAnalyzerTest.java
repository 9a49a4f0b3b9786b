package dev.durahook.connection.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.support.SpringFactoriesLoader;

/** The report of a start that a key has stopped. The value of a misspelt key may be a secret. */
@ExtendWith(OutputCaptureExtension.class)
class InvalidKeyFailureAnalyzerTest {

    private static final String CANARY = "canary-7f3a";

    @Test
    void startNamesAMisspeltKeyWithoutItsValue(CapturedOutput output) {
        SpringApplication application = new SpringApplication(Nothing.class);
        application.setWebApplicationType(WebApplicationType.NONE);

        assertThat(catchThrowable(() -> application.run("--durahook.temporal.api-key=" + CANARY)))
                .isNotNull();

        assertThat(output.getAll())
                .contains("durahook.temporal.api-key is not a known key")
                .contains("docs/operations.md")
                .doesNotContain(CANARY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"secret", "secrets[0]", "headers.authorization"})
    void unknownKeyIsNamedWithoutItsValue(String key) {
        FailureAnalysis report = report("durahook.group", "durahook.group.crm." + key);

        assertThat(report.getDescription()).isEqualTo("durahook.group.crm." + key + " is not a known key.");
        assertThat(report.getAction()).contains("docs/operations.md").doesNotContain(CANARY);
    }

    // The list of the file in front counts as a whole, and the key of the other file is right.
    @Test
    void keyOfAListThatAnotherPlaceReplacesComesWithThisRemedy() {
        StandardEnvironment environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource("base", Map.of("durahook.group.crm.parts[0].is[0]", CANARY)));
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource("profile", Map.of("durahook.group.crm.parts[0].name", "b")));

        FailureAnalysis report =
                report(catchThrowable(() -> KnownKeys.bind(environment, "durahook.group", Whole.class)));

        assertThat(report.getDescription()).isEqualTo("durahook.group.crm.parts[0].is[0] is not a known key.");
        assertThat(report.getAction())
                .contains("remove the key if another place replaces its list")
                .contains("\"durahook.group.crm.parts[0].is[0]\" from property source \"base\"")
                .doesNotContain(CANARY);
    }

    @Test
    void valueOfAnotherTypeIsNotQuoted() {
        assertThat(report("durahook.group", "durahook.group.crm.pause").getDescription())
                .isEqualTo("durahook.group.crm.pause has an invalid value: write a duration without a space, such as"
                        + " 500ms, 30s, 5m, 1h or 7d.");
    }

    @Test
    void valuesThatAreAllowedAreListed() {
        assertThat(report("durahook.group", "durahook.group.crm.unit").getDescription())
                .startsWith("durahook.group.crm.unit has an invalid value: use one of nanoseconds, microseconds, ");
    }

    @Test
    void problemOfATextIsNamed() {
        assertThat(report("durahook.group", "durahook.group.crm.name", "${NOTHING} " + CANARY)
                        .getDescription())
                .isEqualTo("durahook.group.crm.name holds a placeholder that nothing resolves: set the variable it"
                        + " names.");
    }

    @Test
    void problemThatNamesItsKeyIsKept() {
        FailureAnalysis report = report("durahook.group", "durahook.group.crm.size", "-1");

        assertThat(report.getDescription()).isEqualTo("durahook.group.size must not be negative.");
        assertThat(report.getAction()).isEqualTo("Correct the value.");
    }

    @Test
    void keysOfAnApplicationAreLeftToSpringBoot() {
        assertThat(report("shop", "shop.crm.pause").getDescription()).contains("Value: \"" + CANARY);
    }

    private static FailureAnalysis report(String group, String key) {
        return report(group, key, CANARY);
    }

    private static FailureAnalysis report(String group, String key, String value) {
        StandardEnvironment environment = new StandardEnvironment();
        TestPropertyValues.of(Map.of(key, value)).applyTo(environment);
        return report(catchThrowable(() -> KnownKeys.bind(environment, group, Entry.class)));
    }

    // The first report is the one that Spring Boot prints. Analyzers that need a context are left out.
    private static FailureAnalysis report(Throwable failure) {
        List<FailureAnalyzer> analyzers =
                SpringFactoriesLoader.forDefaultResourceLocation().load(FailureAnalyzer.class, (type, name, e) -> {});
        return analyzers.stream()
                .map(analyzer -> analyzer.analyze(new IllegalStateException(failure)))
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow();
    }

    record Whole(@Nullable List<Part> parts) {}

    record Part(@Nullable String name, @Nullable List<String> is) {}

    record Entry(
            @Nullable String name,
            @Nullable Duration pause,
            @Nullable TimeUnit unit,
            @Nullable Integer size) {

        Entry {
            if (size != null && size < 0) {
                throw InvalidConfigurationException.ofKey(
                        "durahook.group.size", "must not be negative.", "Correct the value.");
            }
        }
    }

    @Configuration
    static class Nothing {}
}
