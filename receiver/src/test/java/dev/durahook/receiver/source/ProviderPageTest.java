package dev.durahook.receiver.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.receiver.scheme.Schemes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ProviderPageTest {

    private static final Path PAGE = Path.of("../docs/providers.md");
    private static final String COMMAND = "mvn test -pl receiver -am -Dtest=ProviderPageTest "
            + "-Dsurefire.failIfNoSpecifiedTests=false -Ddurahook.write-docs=true";

    @Test
    void providersPageIsUpToDate() throws IOException {
        String text = new ProviderPage(Schemes.load()).text(COMMAND);
        if (Boolean.getBoolean("durahook.write-docs")) {
            Files.writeString(PAGE, text);
        }
        assertThat(PAGE).as("docs/providers.md; write it with: " + COMMAND).hasContent(text);
    }

    @Test
    void publishedVectorsMatchTheFile() throws IOException {
        Set<String> catalogue = Schemes.load().names();
        Set<String> rows = Vector.all().stream()
                .flatMap(vector -> PublishedVectors.rowsOf(vector.scheme()).stream())
                .filter(catalogue::contains)
                .collect(Collectors.toSet());

        assertThat(PublishedVectors.SCHEMES).containsExactlyInAnyOrderElementsOf(rows);
    }
}
