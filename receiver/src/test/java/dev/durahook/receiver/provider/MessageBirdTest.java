package dev.durahook.receiver.provider;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.receiver.delivery.Delivery;
import dev.durahook.receiver.delivery.Headers;
import dev.durahook.receiver.source.Declaration;
import dev.durahook.receiver.source.Source;
import dev.durahook.receiver.verification.Verdict.Rejected;
import dev.durahook.receiver.verification.Verdict.Verified;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The delivery from the tests of MessageBird's libraries for Python and PHP, which shows what is signed. */
class MessageBirdTest {

    private static final String QUERY = "recipient=31612345678&reference=FOO"
            + "&statusDatetime=2019-01-11T09:17:11%2B00:00&id=eef0ab57a9e049be946f3821568c2b2e"
            + "&status=delivered&mccmnc=20408&ported=1";

    private final Source source = Declaration.source(
            "sms: {scheme: messagebird, secrets: [PlLrKaqvZNRR5zAjm42ZT6q1SQxgbbGd]}",
            InstantSource.fixed(Instant.ofEpochSecond(1_547_198_231)));

    @Test
    void exampleOfMessageBirdIsVerified() {
        assertThat(source.verify(sent(QUERY, "{\"foo\":\"bar\"}"))).isEqualTo(new Verified(0));
    }

    @Test
    void parametersMayComeInAnyOrder() {
        String reversed = "ported=1&mccmnc=20408&status=delivered&id=eef0ab57a9e049be946f3821568c2b2e"
                + "&statusDatetime=2019-01-11T09%3A17%3A11%2B00%3A00&reference=FOO&recipient=31612345678";
        assertThat(source.verify(sent(reversed, "{\"foo\":\"bar\"}"))).isEqualTo(new Verified(0));
    }

    @Test
    void forgedExampleOfMessageBirdIsRejected() {
        assertThat(source.verify(sent(QUERY.replace("FOO", "BAR"), "{\"foo\":\"bar\"}")))
                .isInstanceOf(Rejected.class);
        assertThat(source.verify(sent(QUERY, "{\"foo\":\"baz\"}"))).isInstanceOf(Rejected.class);
    }

    private static Delivery sent(String query, String body) {
        Map<String, List<String>> headers = Map.of(
                "MessageBird-Signature",
                List.of("2bl+38H4oHVg03pC3bk2LvCB0IHFgfC4cL5HPQ0LdmI="),
                "MessageBird-Request-Timestamp",
                List.of("1547198231"));
        return new Delivery(
                "http://localhost:8000/webhooks/sms?" + query,
                Headers.of(headers),
                body.getBytes(StandardCharsets.UTF_8));
    }
}
