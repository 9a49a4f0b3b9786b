package dev.durahook.connection.configuration;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.ConfigTreePropertySource;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class UnknownGroupsTest {

    private final StandardEnvironment environment = new StandardEnvironment();

    @ParameterizedTest
    @ValueSource(strings = {"durahook.source.github.scheme", "durahook.policy", "durahook.sourcess[0]", "durahook.x.y"})
    void aMisspeltGroupStopsTheStart(String key) {
        TestPropertyValues.of(key + "=secret-value").applyTo(environment);

        assertThatThrownBy(this::check)
                .isInstanceOf(InvalidConfigurationException.class)
                .hasMessageContaining(key)
                .hasMessageNotContaining("secret-value");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "durahook.sources.github.scheme",
                "durahook.acceptance.timeout",
                "durahook.policies.x.jitter",
                "durahook.destinations.crm.url",
                "durahook.http-destinations.block-private-networks",
                "durahook.delivery.block-private-networks",
                "durahook.worker.taskQueues",
                "durahook.temporal.api-key-file",
                "durahook.standalone.data-directory",
                "durahook.unhandled",
                "durahook.redact",
                "durahook.redact-files",
                "other.source"
            })
    void everyGroupIsKnownToEveryApplication(String key) {
        TestPropertyValues.of(key + "=x").applyTo(environment);

        assertThatCode(this::check).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"durahook", "durahook.sources", "durahook.httpDestinations", "durahook.policies"})
    void aValueInPlaceOfAGroupStopsTheStart(String key) {
        TestPropertyValues.of(key + "=secret-value").applyTo(environment);

        assertThatThrownBy(this::check)
                .isInstanceOf(InvalidConfigurationException.class)
                .hasMessageContaining("has a value, but is a group of keys")
                .hasMessageNotContaining("secret-value");
    }

    @ParameterizedTest
    @ValueSource(strings = {"durahook", "durahook.sources"})
    void aGroupWithoutKeysIsEmpty(String key) {
        TestPropertyValues.of(key + "=").applyTo(environment);

        assertThatCode(this::check).doesNotThrowAnyException();
    }

    @Test
    void aFileOfAFolderMayHaveTheNameOfAGroup(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("durahook"), "secret-value");
        environment.getPropertySources().addFirst(new ConfigTreePropertySource("secrets", folder));

        assertThatCode(this::check).doesNotThrowAnyException();
    }

    @Test
    void aVariableOfTheEnvironmentMayMeanSomethingElse() {
        environment
                .getPropertySources()
                .addFirst(new SystemEnvironmentPropertySource(
                        "systemEnvironment", Map.of("DURAHOOK_REQUIRE_TEMPORAL", "true")));

        assertThatCode(this::check).doesNotThrowAnyException();
    }

    private void check() {
        new UnknownGroups().postProcessEnvironment(environment, new SpringApplication());
    }
}
