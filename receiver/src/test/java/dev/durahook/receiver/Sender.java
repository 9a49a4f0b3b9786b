package dev.durahook.receiver;

import dev.durahook.testsupport.Await;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.CompletableFuture;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Posts deliveries as GitHub does. The signature is computed here, without the code under test. */
public final class Sender {

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(30))
            .build();
    private final int port;

    public Sender(int port) {
        this.port = port;
    }

    /** A genuine delivery to the source {@code github}. */
    public HttpResponse<String> push(String id, String body) throws Exception {
        return send("github", id, "push", body.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * A genuine delivery, which is repeated if the receiver answers that it came too slowly: on a machine that stands still
     * for seconds, an honest sender is too slow as well.
     */
    public HttpResponse<String> pushInTime(String id, String body) throws Exception {
        HttpResponse<String> answer = push(id, body);
        for (int again = 0; again < 2 && isTooSlow(answer); again++) {
            answer = push(id, body);
        }
        return answer;
    }

    /** Whether the receiver answers that headers or a body came too slowly. */
    public static boolean isTooSlow(HttpResponse<String> answer) {
        return answer.statusCode() == 503 && answer.body().contains("-too-slow");
    }

    /** A genuine delivery, and its answer. */
    public HttpResponse<String> send(String source, String id, String type, byte[] body) throws Exception {
        return client.send(genuine(source, id, type, body).build(), BodyHandlers.ofString());
    }

    /** A genuine delivery whose answer comes later. */
    public CompletableFuture<HttpResponse<String>> sendAsync(String source, String id, String type, byte[] body) {
        return client.sendAsync(genuine(source, id, type, body).build(), BodyHandlers.ofString());
    }

    /** The head of a genuine delivery in HTTP; {@code \n} stands for CRLF. */
    public static String head(String id, byte[] body) {
        return "POST /webhooks/github HTTP/1.1\nHost: localhost\nContent-Type: application/json\nX-GitHub-Delivery: "
                + id
                + "\nX-GitHub-Event: push\nX-Hub-Signature-256: sha256=" + hmac(body) + "\nContent-Length: "
                + body.length + "\n\n";
    }

    /** A delivery whose sender does not know the secret. */
    public HttpResponse<String> forged(String source, String id) throws Exception {
        byte[] body = "{}".getBytes(StandardCharsets.UTF_8);
        HttpRequest.Builder request =
                genuine(source, id, "push", body).setHeader("X-Hub-Signature-256", "sha256=" + "0".repeat(64));
        return client.send(request.build(), BodyHandlers.ofString());
    }

    /** The status of a GET. */
    public int get(String path) throws Exception {
        return client.send(HttpRequest.newBuilder(uri(path)).build(), BodyHandlers.discarding())
                .statusCode();
    }

    private HttpRequest.Builder genuine(String source, String id, String type, byte[] body) {
        return HttpRequest.newBuilder(uri("/webhooks/" + source))
                .timeout(Await.PATIENCE)
                .header("Content-Type", "application/json")
                .header("X-GitHub-Delivery", id)
                .header("X-GitHub-Event", type)
                .header("X-Hub-Signature-256", "sha256=" + hmac(body))
                .POST(BodyPublishers.ofByteArray(body));
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    private static String hmac(byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(RunningReceiver.SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
