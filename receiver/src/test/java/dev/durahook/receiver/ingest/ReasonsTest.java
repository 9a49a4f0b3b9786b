package dev.durahook.receiver.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import dev.durahook.receiver.delivery.Delivery;
import dev.durahook.receiver.delivery.Headers;
import dev.durahook.receiver.source.Declaration;
import dev.durahook.receiver.text.Labels;
import dev.durahook.receiver.verification.Obstacle;
import dev.durahook.receiver.verification.Rejection;
import dev.durahook.testsupport.LogLines;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Each reason for which a delivery is not verified is counted by its name and logged with a remedy, and not shown to
 * the sender.
 */
class ReasonsTest {

    private static final String GITHUB = "shop: {scheme: github, secrets: [sesame]}";
    private static final String EXPIRED =
            "shop: {scheme: github, secrets: [{value: sesame, not-after: 2023-01-01T00:00:00Z}]}";
    private static final String SLACK = "shop: {scheme: slack, secrets: [sesame]}";
    private static final String PAYPAL = "shop: {scheme: paypal, secrets: [sesame]}";
    private static final String NONE = "shop: {scheme: none}";
    private static final String ZEROS = "0".repeat(64);

    @RegisterExtension
    final LogLines lines = LogLines.of("dev.durahook.receiver.deliveries").ofOwnThread();

    @RegisterExtension
    final LogLines refusals =
            LogLines.of("dev.durahook.receiver.refusals").at(Level.INFO).ofOwnThread();

    @ParameterizedTest
    @EnumSource(Rejection.class)
    void isCountedAndLogged(Rejection reason) throws Exception {
        WayIn way = new WayIn(Declaration.source(source(reason)));
        lines.setLevel(Level.DEBUG);

        String answer = way.post(delivery(reason)).getContentAsString();

        String label = Labels.of(reason);
        assertThat(way.reasons()).containsExactly(label);
        assertThat(lines.events()).singleElement().satisfies(line -> {
            assertThat(line.getLevel()).isEqualTo(Level.DEBUG);
            assertThat(line.getFormattedMessage())
                    .startsWith("Delivery to source shop answered 401: " + label + " (")
                    .doesNotEndWith("()")
                    .doesNotEndWith("(null)")
                    .doesNotContain("sesame");
        });
        assertThat(refusals.events()).singleElement().satisfies(line -> {
            assertThat(line.getLevel()).isEqualTo(Level.INFO);
            assertThat(line.getFormattedMessage())
                    .startsWith("Refused 1 delivery to source shop: 401 " + label + " (")
                    .doesNotEndWith("()")
                    .doesNotContain("sesame");
        });
        assertThat(answer).contains("not-verified").doesNotContain(label);
    }

    @ParameterizedTest
    @EnumSource(Obstacle.class)
    void undecidedDeliveryIsCountedAndLoggedAsAWarning(Obstacle obstacle) throws Exception {
        WayIn way = new WayIn(new FakeSource("shop", false));

        String answer = way.post(sent("{}", "X-Undecided", obstacle.name())).getContentAsString();

        String label = Labels.of(obstacle);
        assertThat(way.reasons()).containsExactly(label);
        assertThat(refusals.events()).singleElement().satisfies(line -> {
            assertThat(line.getLevel()).isEqualTo(Level.WARN);
            assertThat(line.getFormattedMessage())
                    .isEqualTo("Refused 1 delivery to source shop: 503 " + label + " (10.1.2.3 refused)");
        });
        assertThat(answer).contains("undecided").doesNotContain(label, "10.1.2.3");
    }

    private static String source(Rejection reason) {
        return switch (reason) {
            case SIGNATURE_MISSING, SIGNATURE_MALFORMED, SIGNATURE_LENGTH, SIGNATURE_MISMATCH, BODY_EMPTY -> GITHUB;
            case TIMESTAMP_MISSING, TIMESTAMP_OUT_OF_TOLERANCE -> SLACK;
            case NO_VALID_SECRET -> EXPIRED;
            case KEY_UNKNOWN -> PAYPAL;
            case NOT_LOOPBACK -> NONE;
        };
    }

    private static Delivery delivery(Rejection reason) {
        return switch (reason) {
            case SIGNATURE_MISSING, NOT_LOOPBACK -> sent("{}");
            case SIGNATURE_MALFORMED -> sent("{}", "X-Hub-Signature-256", ZEROS);
            case SIGNATURE_LENGTH -> sent("{}", "X-Hub-Signature-256", "sha256=00");
            case SIGNATURE_MISMATCH, NO_VALID_SECRET -> sent("{}", "X-Hub-Signature-256", "sha256=" + ZEROS);
            case KEY_UNKNOWN ->
                sent(
                        "{}",
                        "PAYPAL-TRANSMISSION-SIG",
                        "AAAA",
                        "PAYPAL-TRANSMISSION-ID",
                        "t-1",
                        "PAYPAL-TRANSMISSION-TIME",
                        "2023-11-14T22:13:20Z",
                        "PAYPAL-CERT-URL",
                        "https://api.paypal.com/v1/notifications/certs/CERT-1",
                        "PAYPAL-AUTH-ALGO",
                        "SHA256withRSA");
            case BODY_EMPTY -> sent("", "X-Hub-Signature-256", "sha256=" + ZEROS);
            case TIMESTAMP_MISSING -> sent("{}", "X-Slack-Signature", "v0=" + ZEROS);
            case TIMESTAMP_OUT_OF_TOLERANCE ->
                sent("{}", "X-Slack-Signature", "v0=" + ZEROS, "X-Slack-Request-Timestamp", "1600000000");
        };
    }

    private static Delivery sent(String body, String... namesAndValues) {
        Map<String, List<String>> headers = new HashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            headers.put(namesAndValues[i], List.of(namesAndValues[i + 1]));
        }
        return new Delivery(
                "http://hooks.example.com/webhooks/shop", Headers.of(headers), body.getBytes(StandardCharsets.UTF_8));
    }
}
