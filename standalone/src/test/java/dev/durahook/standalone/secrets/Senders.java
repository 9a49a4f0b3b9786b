package dev.durahook.standalone.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.signing.Deliveries;
import dev.durahook.signing.DeliveryBuilder;
import dev.durahook.signing.ProviderDelivery;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/**
 * Requests with a secret in every place that can hold one. Each answer is a further place that must not contain a
 * secret.
 */
final class Senders {

    /** A text in the body, which must be in the history and nowhere else. */
    static final String MARKER = "marker-of-the-body-4c1e";

    private final HttpClient client = HttpClient.newHttpClient();
    private final StringBuilder answers = new StringBuilder();
    private final String address;

    Senders(int port) {
        address = "http://127.0.0.1:" + port;
    }

    void all() throws IOException, InterruptedException {
        post("github", github().signedWith(Canary.SOURCE_SECRET.value()), 202);
        post("github", github().signedWith(Canary.SOURCE_SECRET.value()), 200);
        post("github", github().signedWith(Canary.WRONG_SIGNATURE.value()), 401);
        post("keyed", event("api-key").signedWith(Canary.SOURCE_KEY.value()), 202);
        post("keyed", event("api-key").signedWith(Canary.WRONG_KEY.value()), 401);
        post("graph", graph().signedWith(Canary.CLIENT_STATE.value()), 202);
        post("lark", lark().signedWith(Canary.LARK_KEY.value()), 200);
        post("filed", trello().signedWith(Canary.SOURCE_FILE.value()), 202);
        post(Canary.REQUEST_QUERY.value(), event("api-key").signedWith(Canary.WRONG_KEY.value()), 404);
        visit(Canary.VERIFY_TOKEN, 200);
        visit(Canary.WRONG_TOKEN, 401);
    }

    String answers() {
        return answers.toString();
    }

    /** The text of a page of the application. */
    String page(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(address + path))).body();
    }

    private static DeliveryBuilder github() {
        return event("github").withId("1").withType("push");
    }

    private static DeliveryBuilder event(String scheme) {
        return Deliveries.of(scheme).body("{\"note\":\"" + MARKER + "\"}");
    }

    // The signer writes the secret into the event.
    private static DeliveryBuilder graph() {
        return Deliveries.of("ms-graph").body("{\"value\":[{\"changeType\":\"updated\",\"note\":\"" + MARKER + "\"}]}");
    }

    private static DeliveryBuilder lark() {
        return Deliveries.of("lark").body("""
                {"schema":"2.0","header":{"event_id":"3","event_type":"im.message","token":"%s"},\
                "event":{"note":"%s"}}""".formatted(Canary.LARK_TOKEN.value(), MARKER));
    }

    private static DeliveryBuilder trello() {
        return Deliveries.of("trello")
                .publicUrl("https://example.com/?t=" + Canary.PUBLIC_URL.value())
                .withId("2")
                .withType("updateCard");
    }

    private void post(String source, ProviderDelivery delivery, int status) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(address + "/webhooks/" + source + "?access_token=" + Canary.REQUEST_QUERY.value()))
                .POST(HttpRequest.BodyPublishers.ofByteArray(delivery.body()))
                .header("Authorization", "Bearer " + Canary.REQUEST_AUTHORIZATION.value())
                .header("Cookie", "session=" + Canary.REQUEST_COOKIE.value())
                .header("X-Vault", Canary.REQUEST_HEADER.value())
                .header("X-Kept", "kept-4c1e")
                .header("baggage", "user=" + Canary.REQUEST_TRACE.value())
                .header("tracestate", "vendor=" + Canary.REQUEST_TRACE.value())
                .header("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
        delivery.headers().forEach(request::setHeader);
        HttpResponse<String> answer = send(request);
        assertThat(answer.statusCode()).as("%s: %s", source, answer.body()).isEqualTo(status);
        answers.append(answer.body()).append(answer.headers().map());
    }

    private void visit(Canary token, int status) throws IOException, InterruptedException {
        HttpResponse<String> answer = send(HttpRequest.newBuilder(URI.create(
                address + "/webhooks/meta?hub.mode=subscribe&hub.challenge=17&hub.verify_token=" + token.value())));
        assertThat(answer.statusCode()).as("%s", token).isEqualTo(status);
        answers.append(answer.body()).append(answer.headers().map());
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofString());
    }
}
