package dev.durahook.examples.partner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page about verifiers of one's own shows the example as it is compiled and read. */
class OwnVerifierPageTest {

    @ParameterizedTest
    @CsvSource({
        "java, java/dev/durahook/examples/partner/PartnerVerifier.java",
        "yaml, resources/application-partner.yml"
    })
    void showsTheWholeFile(String language, String file) throws IOException {
        String example = Files.readString(Path.of("src/main").resolve(file));
        assertThat(Files.readString(Path.of("../../docs/own-verifier.md")))
                .contains("```" + language + "\n" + example + "```");
    }
}
