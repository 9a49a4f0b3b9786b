package dev.durahook.connection.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.durahook.connection.TestEnvironment;
import dev.durahook.connection.secret.InvalidTextException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.convert.DataSizeUnit;
import org.springframework.boot.convert.DurationUnit;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.util.unit.DataSize;
import org.springframework.util.unit.DataUnit;

/** A number without a unit would be milliseconds or bytes, so that it stops the start. */
@ExtendWith(OutputCaptureExtension.class)
class UnitBindHandlerTest {

    private static final String DURATION =
            "has no unit, and a number would count as milliseconds: write the unit, as in 500ms, 30s, 5m, 1h or 7d";
    private static final String SIZE =
            "has no unit, and a number would count as bytes: write the unit, as in 500000B, 64KB or 1MB";

    @ParameterizedTest
    @ValueSource(strings = {"3600", "1:00:00", "5:00", "+5", "-5", "0x10", "010", "1_000", "'3600'", "\"5\""})
    void numberIsNotADuration(String written) {
        assertThat(problem("pause: " + written)).isEqualTo("durahook.group.crm.pause " + DURATION);
        assertThat(problem("pauses: [1s, " + written + "]")).isEqualTo("durahook.group.crm.pauses[1] " + DURATION);
        assertThat(problem("pauses: " + written)).isEqualTo("durahook.group.crm.pauses " + DURATION);
        assertThat(problem("parts: {one: " + written + "}")).isEqualTo("durahook.group.crm.parts.one " + DURATION);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2", "2000000", "'64'"})
    void numberIsNotASize(String written) {
        assertThat(problem("size: " + written)).isEqualTo("durahook.group.crm.size " + SIZE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1s, 5", "5,1m", "1,5"})
    void numberInAListOfOneTextIsRefused(String written) {
        assertThat(problem("pauses: " + written)).isEqualTo("durahook.group.crm.pauses " + DURATION);
    }

    @ParameterizedTest
    @CsvSource({
        "500ms, PT0.5S",
        "30s, PT30S",
        "1h, PT1H",
        "7d, PT168H",
        "PT5M, PT5M",
        "0, PT0S",
        "'\"0\"', PT0S",
        "${pause:10m}, PT10M"
    })
    void valueWithAUnitAndZeroAreTaken(String written, Duration read) {
        assertThat(bound("pause: " + written)).isEqualTo(new Entry(read, null, null, null, null));
    }

    @Test
    void sizesWithAUnitAndOtherNumbersAreTaken() {
        assertThat(bound("size: 10KB\n      number: 7\n      pauses: 1s, 5m"))
                .isEqualTo(new Entry(
                        null,
                        List.of(Duration.ofSeconds(1), Duration.ofMinutes(5)),
                        null,
                        DataSize.ofKilobytes(10),
                        7));
    }

    @Test
    void numberOfAKeyThatDeclaresItsUnitIsTaken() {
        StandardEnvironment environment = environment("pause: 30\n      pauses: 1,5\n      size: 64");

        assertThat(KnownKeys.bind(environment, "durahook.group", Annotated.class))
                .containsEntry(
                        "crm",
                        new Annotated(
                                Duration.ofSeconds(30),
                                List.of(Duration.ofSeconds(1), Duration.ofSeconds(5)),
                                DataSize.ofKilobytes(64)));
    }

    @Test
    void declaredUnitDoesNotHoldForTheElementsOfAList() {
        StandardEnvironment environment = environment("pauses: [1, 5]");

        assertThatThrownBy(() -> KnownKeys.bind(environment, "durahook.group", Annotated.class))
                .rootCause()
                .hasMessage(DURATION);
    }

    @Test
    void numberBehindAPlaceholderIsRefused() {
        assertThat(problem("pause: ${nothing:3600}")).isEqualTo("durahook.group.crm.pause " + DURATION);
    }

    @Test
    void numberInAVariableIsRefused() {
        assertThat(problem(TestEnvironment.with(Map.of("DURAHOOK_GROUP_CRM_PAUSE", "3600"))))
                .isEqualTo("durahook.group.crm.pause " + DURATION);
    }

    @Test
    void reportOfTheStartNamesTheKeyWithoutItsValue(CapturedOutput output) {
        SpringApplication application = new SpringApplication(Properties.class);
        application.setWebApplicationType(WebApplicationType.NONE);

        assertThat(catchThrowable(() -> application.run("--durahook.worker.pause=987654321")))
                .isNotNull();

        assertThat(output.getAll())
                .contains("durahook.worker.pause " + DURATION + ".")
                .contains("Correct the value.")
                .doesNotContain("987654321");
    }

    @Test
    void keysOfAnApplicationAreLeftToSpringBoot() {
        new ApplicationContextRunner()
                .withUserConfiguration(Properties.class)
                .withPropertyValues("shop.pause=5", "shop.size=5")
                .run(context -> assertThat(context.getBean(Shop.class))
                        .isEqualTo(new Shop(Duration.ofMillis(5), DataSize.ofBytes(5))));
    }

    private static String problem(String yaml) {
        return problem(environment(yaml));
    }

    private static String problem(Environment environment) {
        BindException failure = catchThrowableOfType(
                BindException.class, () -> KnownKeys.bind(environment, "durahook.group", Entry.class));
        assertThat(failure).cause().isInstanceOf(InvalidTextException.class);
        return failure.getName() + " " + failure.getCause().getMessage();
    }

    private static Entry bound(String yaml) {
        return KnownKeys.bind(environment(yaml), "durahook.group", Entry.class).get("crm");
    }

    private static StandardEnvironment environment(String yaml) {
        String document = "durahook:\n  group:\n    crm:\n      " + yaml + "\n";
        StandardEnvironment environment = new StandardEnvironment();
        try {
            new YamlPropertySourceLoader()
                    .load("yaml", new ByteArrayResource(document.getBytes(StandardCharsets.UTF_8)))
                    .forEach(environment.getPropertySources()::addFirst);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return environment;
    }

    record Entry(
            @Nullable Duration pause,
            @Nullable List<Duration> pauses,
            @Nullable Map<String, Duration> parts,
            @Nullable DataSize size,
            @Nullable Integer number) {}

    record Annotated(
            @DurationUnit(ChronoUnit.SECONDS) @Nullable Duration pause,
            @DurationUnit(ChronoUnit.SECONDS) @Nullable List<Duration> pauses,
            @DataSizeUnit(DataUnit.KILOBYTES) @Nullable DataSize size) {}

    @ConfigurationProperties("durahook.worker")
    record Worker(@Nullable Duration pause) {}

    @ConfigurationProperties("shop")
    record Shop(@Nullable Duration pause, @Nullable DataSize size) {}

    @Configuration
    @ImportAutoConfiguration(KeysAutoConfiguration.class)
    @EnableConfigurationProperties({Worker.class, Shop.class})
    static class Properties {}
}
