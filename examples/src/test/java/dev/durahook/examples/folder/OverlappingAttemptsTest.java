package dev.durahook.examples.folder;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.worker.destination.kind.Attempt;
import dev.durahook.worker.destination.kind.DeclaredDestination;
import dev.durahook.worker.destination.kind.DestinationException;
import dev.durahook.worker.destination.kind.Transport;
import dev.durahook.workflows.WebhookEvent;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Temporal begins the next attempt while a slow attempt may still write to the folder. */
class OverlappingAttemptsTest {

    private static final WebhookEvent EVENT =
            new WebhookEvent("shop:1", "shop", "shop.order", Instant.EPOCH, Map.of(), null);
    private static final byte[] BODY = new byte[100_000];
    private static final Attempt ATTEMPT = new Attempt(1, Duration.ofSeconds(9), Duration.ofSeconds(10));

    @TempDir
    Path folder;

    @Test
    void neverTakeAwayTheFileOfAnotherAttempt() {
        Transport archive =
                new FolderKind().open(new DeclaredDestination<>("archive", 10, new FolderKind.Properties("" + folder)));
        List<CompletableFuture<Void>> attempts = Stream.generate(
                        () -> CompletableFuture.runAsync(() -> sendOften(archive)))
                .limit(4)
                .toList();
        attempts.forEach(CompletableFuture::join);
        assertThat(folder.toFile().listFiles())
                .singleElement()
                .satisfies(file -> assertThat(file).hasBinaryContent(BODY));
    }

    private static void sendOften(Transport archive) {
        for (int i = 0; i < 100; i++) {
            send(archive);
        }
    }

    private static void send(Transport archive) {
        try {
            archive.send(EVENT, BODY, ATTEMPT);
        } catch (DestinationException e) {
            throw new AssertionError(e);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
