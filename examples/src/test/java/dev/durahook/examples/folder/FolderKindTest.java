package dev.durahook.examples.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.durahook.testing.processing.TestConfiguration;
import dev.durahook.testing.processing.TestWorker;
import dev.durahook.worker.destination.kind.Attempt;
import dev.durahook.worker.destination.kind.DeclaredDestination;
import dev.durahook.worker.destination.kind.DestinationException;
import dev.durahook.worker.destination.kind.Transport;
import dev.durahook.workflows.WebhookEvent;
import dev.durahook.workflows.destination.DestinationFailure;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderKindTest {

    private static final WebhookEvent EVENT =
            new WebhookEvent("shop:1/2", "shop", "shop.order", Instant.EPOCH, Map.of(), null);
    private static final byte[] BODY = {1, 2};
    private static final Attempt FIRST = new Attempt(1, Duration.ofSeconds(9), Duration.ofSeconds(10));

    @TempDir
    Path folder;

    @Test
    void bodyIsInTheFolderOnceHoweverOftenItIsSent() throws Exception {
        Transport archive = archive(folder.toString());
        assertThat(archive.send(EVENT, BODY, FIRST).text()).isEqualTo("archive has shop%3A1%2F2");
        archive.send(EVENT, BODY, FIRST);
        assertThat(folder.toFile().listFiles())
                .singleElement()
                .satisfies(file -> assertThat(file).hasBinaryContent(BODY));
    }

    @Test
    void fileOfALongIdHasItsHashForAName() throws Exception {
        WebhookEvent event =
                new WebhookEvent("shop:" + "/".repeat(200), "shop", "shop.order", Instant.EPOCH, Map.of(), null);
        archive(folder.toString()).send(event, BODY, FIRST);
        assertThat(folder.toFile().list()).singleElement().asString().matches("[0-9a-f]{64}");
    }

    @Test
    void folderThatIsMissingIsTriedAgain() {
        Transport archive = archive(folder.resolve("missing").toString());
        assertThatThrownBy(() -> archive.send(EVENT, BODY, FIRST))
                .isInstanceOfSatisfying(
                        DestinationException.class,
                        e -> assertThat(e.failure()).isEqualTo(DestinationFailure.UNAVAILABLE))
                .hasMessage("archive can't be written: NoSuchFileException");
    }

    @Test
    void folderMustBeGiven() {
        assertThatThrownBy(() -> archive(""))
                .hasMessage("durahook.destinations.archive.folder must be given: name the folder to write to");
    }

    // The test's destination takes the place of the folder.
    @Test
    void orderGoesToTheArchive() {
        TestConfiguration configuration = TestConfiguration.of("folder")
                .with("ARCHIVE_FOLDER", folder.toString())
                .withDestinationKind(new FolderKind());
        try (TestWorker worker = TestWorker.of().configuredBy(configuration)) {
            worker.destination("archive").answers(503, 200);
            worker.process("webhook.order_paid", "{}").assertCompleted().assertAttempts(2);
        }
    }

    private static Transport archive(String folder) {
        return new FolderKind().open(new DeclaredDestination<>("archive", 10, new FolderKind.Properties(folder)));
    }
}
