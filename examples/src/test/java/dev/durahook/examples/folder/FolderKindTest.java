package dev.durahook.examples.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.durahook.worker.destination.Destination;
import dev.durahook.worker.destination.Destinations;
import dev.durahook.worker.destination.kind.Attempt;
import dev.durahook.workflows.WebhookEvent;
import io.temporal.failure.ApplicationFailure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

class FolderKindTest {

    private static final WebhookEvent EVENT =
            new WebhookEvent("shop:1/2", "shop", "shop.order", Instant.EPOCH, Map.of(), null);
    private static final byte[] BODY = {1, 2};
    private static final Attempt FIRST = new Attempt(1, Duration.ofSeconds(9), Duration.ofSeconds(10));

    @TempDir
    Path folder;

    @Test
    void bodyIsInTheFolderOnceHoweverOftenItIsSent() throws Exception {
        Destination archive = archive(folder);
        assertThat(archive.send(EVENT, BODY, FIRST).text()).isEqualTo("archive has shop%3A1%2F2");
        archive.send(EVENT, BODY, FIRST);
        try (var files = Files.list(folder)) {
            assertThat(files).singleElement().satisfies(file -> assertThat(file).hasBinaryContent(BODY));
        }
    }

    @Test
    void folderThatIsMissingIsTriedAgain() {
        assertThatThrownBy(() -> archive(folder.resolve("missing")).send(EVENT, BODY, FIRST))
                .isInstanceOfSatisfying(ApplicationFailure.class, failure -> {
                    assertThat(failure.getOriginalMessage()).isEqualTo("archive can't be written: NoSuchFileException");
                    assertThat(failure.isNonRetryable()).isFalse();
                });
    }

    @Test
    void folderMustBeGiven() {
        assertThatThrownBy(() -> archive(Path.of("")))
                .hasMessage("durahook.destinations.archive.folder must be given: name the folder to write to");
    }

    private static Destination archive(Path folder) {
        StandardEnvironment environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "test",
                        Map.of(
                                "durahook.destinations.archive.kind",
                                "folder",
                                "durahook.destinations.archive.folder",
                                folder.toString())));
        return Destinations.of(environment, List.of(new FolderKind()))
                .find("archive")
                .orElseThrow();
    }
}
