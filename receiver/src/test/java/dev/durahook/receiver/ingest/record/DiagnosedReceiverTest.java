package dev.durahook.receiver.ingest.record;

import static dev.durahook.receiver.signature.Digests.base64;
import static dev.durahook.receiver.signature.Digests.bytes;
import static dev.durahook.receiver.signature.Digests.sha256;
import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.receiver.ingest.StoringReceiver;
import dev.durahook.testsupport.Await;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A running receiver counts the likely cause of a wrong signature, with its current secrets. */
class DiagnosedReceiverTest {

    private static final String BODY = "{\"ref\":\"main\"}";

    @TempDir
    private Path folder;

    @Test
    void likelyCauseIsCountedAfterTheAnswer() throws Exception {
        Path file = Files.writeString(folder.resolve("secret"), "old\n");
        try (StoringReceiver receiver = StoringReceiver.with(
                "durahook.sources.shop.scheme=github", "durahook.sources.shop.secret-files=" + file)) {
            awaitOne(receiver, "old");
            Files.writeString(file, "sesame\n");
            awaitOne(receiver, "sesame");
        }
    }

    // A request that arrives during a diagnosis is not diagnosed, so it is sent again.
    private static void awaitOne(StoringReceiver receiver, String secret) throws Exception {
        double before = count(receiver);
        long begin = System.nanoTime();
        while (count(receiver) == before) {
            assertThat(System.nanoTime() - begin)
                    .as("a diagnosis by the secret " + secret)
                    .isLessThan(Await.PATIENCE.toNanos());
            assertThat(send(receiver.port(), secret)).isEqualTo(401);
            Thread.sleep(100);
        }
    }

    private static double count(StoringReceiver receiver) {
        return receiver
                .meters()
                .find("durahook.diagnoses")
                .tags("source", "shop", "reason", "signature-encoding")
                .counters()
                .stream()
                .mapToDouble(counter -> counter.count())
                .sum();
    }

    private static int send(int port, String secret) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/webhooks/shop"))
                .timeout(Await.PATIENCE)
                .header("X-GitHub-Event", "push")
                .header("X-Hub-Signature-256", "sha256=" + base64(sha256(bytes(secret), bytes(BODY))))
                .POST(BodyPublishers.ofString(BODY))
                .build();
        return HttpClient.newHttpClient()
                .send(request, BodyHandlers.discarding())
                .statusCode();
    }
}
