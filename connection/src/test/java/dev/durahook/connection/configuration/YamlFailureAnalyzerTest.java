package dev.durahook.connection.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Configuration;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.YAMLException;

/** A file that is not YAML stops the start with one message, which shows nothing of the file: a line may hold a secret. */
@ExtendWith(OutputCaptureExtension.class)
class YamlFailureAnalyzerTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "secrets: [\"canary\\qcanary\"]|put it in single quotation marks",
                "secrets: [@canary]|put it in single quotation marks",
                "secrets: [*canary]|names an alias",
                "secrets: [!canary x]|names a tag",
                "secrets: [!c!canary x]|names a tag",
                "secrets: [canary|missing bracket",
                "secrets: {a: canary, a: canary}|The key is there twice"
            })
    void reportNamesThePlaceAndTheRemedyAndNoSecret(
            String line, String remedy, @TempDir Path folder, CapturedOutput output) throws Exception {
        Files.writeString(folder.resolve("application.yml"), "shop:\n  " + line + "\n");
        SpringApplication application = new SpringApplication(Nothing.class);
        application.setWebApplicationType(WebApplicationType.NONE);

        assertThat(catchThrowable(() -> application.run("--spring.config.location=file:" + folder + "/")))
                .isNotNull();

        assertThat(output.getAll())
                .contains("A YAML file of the configuration can't be read at line ")
                .contains(remedy)
                .doesNotContain("canary")
                .doesNotContain("\tat ");
    }

    @Test
    void fileOfTheApplicationsOwnIsNoFileOfTheConfiguration() {
        YAMLException own = catchThrowableOfType(YAMLException.class, () -> new Yaml().load("cities: [Bern"));

        assertThat(new YamlFailureAnalyzer().analyze(own)).isNull();
    }

    @Configuration
    static class Nothing {}
}
