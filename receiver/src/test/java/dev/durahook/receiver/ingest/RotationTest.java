package dev.durahook.receiver.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.receiver.Sender;
import dev.durahook.testsupport.Await;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A secret is rotated in a mounted Kubernetes secret while deliveries come in. None of them is rejected. */
class RotationTest {

    private static final int SENDERS = 3;

    @TempDir
    private Path folder;

    private final HttpClient client = HttpClient.newHttpClient();
    private final AtomicReference<String> signingSecret = new AtomicReference<>("old");
    private final AtomicIntegerArray sent = new AtomicIntegerArray(SENDERS);
    private volatile boolean isOver;

    @Test
    void noDeliveryIsRejectedWhileASecretIsRotated() throws Exception {
        Mount mount = new Mount(folder);
        mount.swap(Map.of("current", "old\n", "next", "old\n"));
        ExecutorService senders = Executors.newFixedThreadPool(SENDERS);
        try (StoringReceiver receiver = receiver(mount)) {
            List<Future<List<Integer>>> answers = new ArrayList<>();
            for (int i = 0; i < SENDERS; i++) {
                int sender = i;
                answers.add(senders.submit(() -> sendUntilOver(receiver.port(), sender)));
            }
            awaitMoreOfEach(30);
            mount.swap(Map.of("current", "old\n", "next", "new\n"));
            await(() -> send(receiver.port(), "new") == 202);
            signingSecret.set("new");
            awaitMoreOfEach(30);
            mount.swap(Map.of("current", "new\n", "next", "new\n"));
            await(() -> send(receiver.port(), "old") == 401);
            awaitMoreOfEach(30);
            isOver = true;

            for (Future<List<Integer>> answer : answers) {
                assertThat(answer.get()).isNotEmpty().containsOnly(202);
            }
            assertThat(stored(receiver, "current") + stored(receiver, "next")).isGreaterThanOrEqualTo(sent());
            assertThat(stored(receiver, "current")).isPositive();
            assertThat(stored(receiver, "next")).isPositive();
        } finally {
            isOver = true;
            senders.shutdownNow();
        }
    }

    private static StoringReceiver receiver(Mount mount) {
        return StoringReceiver.with(
                "durahook.sources.github.scheme=github",
                "durahook.sources.github.secrets[0].file=" + mount.file("current"),
                "durahook.sources.github.secrets[0].name=current",
                "durahook.sources.github.secrets[1].file=" + mount.file("next"),
                "durahook.sources.github.secrets[1].name=next");
    }

    private List<Integer> sendUntilOver(int port, int sender) throws Exception {
        List<Integer> answers = new ArrayList<>();
        while (!isOver) {
            answers.add(send(port, signingSecret.get()));
            sent.incrementAndGet(sender);
        }
        return answers;
    }

    private int send(int port, String secret) throws Exception {
        byte[] body = "{}".getBytes(StandardCharsets.UTF_8);
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "any"));
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/webhooks/github"))
                .timeout(Await.PATIENCE)
                .header("X-GitHub-Delivery", java.util.UUID.randomUUID().toString())
                .header("X-GitHub-Event", "push")
                .header("X-Hub-Signature-256", "sha256=" + HexFormat.of().formatHex(mac.doFinal(body)))
                .POST(BodyPublishers.ofByteArray(body))
                .build();
        HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
        for (int again = 0; again < 2 && Sender.isTooSlow(answer); again++) {
            answer = client.send(request, BodyHandlers.ofString());
        }
        return answer.statusCode();
    }

    private static long stored(StoringReceiver receiver, String secret) {
        return receiver
                .meters()
                .find("durahook.deliveries")
                .tag("secret", secret)
                .tag("outcome", "accepted")
                .timers()
                .stream()
                .mapToLong(timer -> timer.count())
                .sum();
    }

    // After two further deliveries, a sender no longer uses a secret that was replaced before them.
    private void awaitMoreOfEach(int deliveries) {
        for (int i = 0; i < SENDERS; i++) {
            int sender = i;
            int enough = sent.get(i) + deliveries;
            Await.until("more deliveries of sender " + i, () -> sent.get(sender) >= enough);
        }
    }

    private int sent() {
        return IntStream.range(0, SENDERS).map(sent::get).sum();
    }

    private static void await(Callable<Boolean> condition) throws Exception {
        long begin = System.nanoTime();
        while (!condition.call()) {
            assertThat(System.nanoTime() - begin).isLessThan(Await.PATIENCE.toNanos());
            Thread.sleep(20);
        }
    }
}
