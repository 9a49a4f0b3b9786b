package dev.durahook.receiver.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.testsupport.http.RawHttp;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A sender can't fake its address or the URL, with every setting of the server for forwarded headers. */
class ForwardedHeadersTest {

    private static final String FORWARDED = """
            X-Forwarded-For: 127.0.0.1
            X-Forwarded-Proto: https
            X-Forwarded-Host: localhost
            """;

    @ParameterizedTest
    @CsvSource({
        "spring.main.cloud-platform=kubernetes, 202",
        "server.forward-headers-strategy=framework, 202",
        "server.forward-headers-strategy=none, 202",
        // Tomcat removes the headers, and does not report whether there were any.
        "server.forward-headers-strategy=native, 401"
    })
    void areNotBelieved(String strategy, int withoutThem) throws Exception {
        try (StoringReceiver receiver = StoringReceiver.with(
                strategy,
                "durahook.sources.webhook.scheme=none",
                "durahook.sources.square.scheme=square",
                "durahook.sources.square.secrets=secret",
                "durahook.sources.square.public-url=https://hooks.example.com/square",
                "durahook.sources.square.id.body-hash=true")) {
            assertThat(post(receiver, "/webhook", "")).isEqualTo(withoutThem);
            assertThat(post(receiver, "/webhook", FORWARDED)).isEqualTo(401);
            assertThat(post(receiver, "/webhook", "X-Forwarded-For: 127.0.0.1\n"))
                    .isEqualTo(401);
            assertThat(post(receiver, "/webhook", "Forwarded: for=127.0.0.1\n")).isEqualTo(401);
            assertThat(post(receiver, "/webhooks/square", FORWARDED + signed("https://localhost/webhooks/square")))
                    .isEqualTo(401);
            assertThat(post(receiver, "/webhooks/square", FORWARDED + signed("https://hooks.example.com/square")))
                    .isEqualTo(202);
        }
    }

    private static int post(StoringReceiver receiver, String path, String headers) throws Exception {
        try (RawHttp http = new RawHttp(receiver.port())) {
            http.send("POST " + path + " HTTP/1.1\nHost: localhost:" + receiver.port() + "\nContent-Length: 12\n"
                    + headers + "\n{\"type\":\"x\"}");
            return http.status();
        }
    }

    private static String signed(String url) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec("secret".getBytes(StandardCharsets.UTF_8), "any"));
        byte[] signature = mac.doFinal((url + "{\"type\":\"x\"}").getBytes(StandardCharsets.UTF_8));
        return "x-square-hmacsha256-signature: " + Base64.getEncoder().encodeToString(signature) + "\n";
    }
}
