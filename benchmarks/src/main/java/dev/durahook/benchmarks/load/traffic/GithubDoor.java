package dev.durahook.benchmarks.load.traffic;

import dev.durahook.signing.Deliveries;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Sends deliveries to a receiver over HTTP, signed as GitHub signs them. */
public final class GithubDoor implements Door {

    /** The secret of the benchmark's sources. */
    public static final String SECRET = "only-for-the-benchmark-0123456789";

    // GitHub gives up after 10 s.
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String url;
    private final String source;
    private final String body;

    /**
     * Sends to a receiver.
     *
     * @param port the receiver's port on this machine
     * @param source the name of the source, with which the workflow IDs begin
     * @param body the body of every event
     */
    public GithubDoor(int port, String source, String body) {
        this.url = "http://127.0.0.1:" + port + "/webhooks/" + source;
        this.source = source;
        this.body = body;
    }

    @Override
    public PreparedEvent prepare(String name) {
        HttpRequest request = Deliveries.of("github")
                .withId(name)
                .withType("push")
                .body(body)
                .to(url)
                .signedWith(SECRET)
                .toRequest()
                .timeout(PATIENCE)
                .build();
        return new PreparedEvent(source + ":" + name, () -> send(request));
    }

    private CompletableFuture<SenderAnswer> send(HttpRequest request) {
        return client.sendAsync(request, BodyHandlers.ofByteArray()).handle((answer, failure) -> read(answer));
    }

    private static SenderAnswer read(@Nullable HttpResponse<byte[]> answer) {
        if (answer == null) {
            return SenderAnswer.FAILED;
        }
        return switch (answer.statusCode()) {
            case 202 -> SenderAnswer.STORED;
            case 503 -> SenderAnswer.REFUSED;
            default -> SenderAnswer.FAILED;
        };
    }
}
