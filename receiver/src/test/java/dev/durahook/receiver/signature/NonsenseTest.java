package dev.durahook.receiver.signature;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.receiver.delivery.Delivery;
import dev.durahook.receiver.extraction.TooManyEventsException;
import dev.durahook.receiver.identity.UnidentifiedEventException;
import dev.durahook.receiver.source.Source;
import dev.durahook.receiver.verification.Verdict.Rejected;
import dev.durahook.testsupport.Cases;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Nonsense gets a verdict and never an exception. The seed is fixed, so a failure can be repeated. */
class NonsenseTest {

    private static final int ROUNDS = Cases.of(60, 300);
    private static final String[] WORDS = {
        "",
        " ",
        ",",
        ";",
        "=",
        ".",
        ":",
        "t=",
        "ts=",
        "v1=",
        "v1,",
        "v0=",
        "h1=",
        "sha256=",
        "sha1=",
        "1700000000",
        "2023-11-14T22:13:20Z",
        "-1",
        "9999999999999999999999",
        "\u0000",
        "\n",
        "\u00ff",
        "\u20ac",
        "\ud800",
        "%",
        "{",
        "}",
        "[",
        "]",
        "\"",
        "\\",
        "\"id\":",
        "\"type\":",
        "\"\\ud800\"",
        "null",
        "1e400",
        "0".repeat(2000),
        "{body}"
    };

    private final Random random = new Random(20_231_114);

    @ParameterizedTest
    @MethodSource("dev.durahook.receiver.signature.Senders#all")
    void nonsenseIsRejectedOrUnidentified(Sender sender) {
        Source source = sender.source(sender.secret());
        for (int round = 0; round < ROUNDS; round++) {
            Delivery delivery = nonsense(sender);
            assertThat(source.verify(delivery)).isInstanceOf(Rejected.class);
            identify(source, delivery);
        }
    }

    private static void identify(Source source, Delivery delivery) {
        try {
            assertThat(source.events(delivery).get(0).id().value())
                    .startsWith("shop:")
                    .hasSizeLessThan(252);
        } catch (UnidentifiedEventException | TooManyEventsException e) {
            assertThat(e).hasMessageStartingWith("no event");
        }
    }

    private Delivery nonsense(Sender sender) {
        Request request = sender.request(sender.otherSecret(), Digests.bytes(words()));
        List<String> names = new ArrayList<>(request.headers().keySet());
        for (int i = random.nextInt(3); i > 0; i--) {
            String name = names.get(random.nextInt(names.size()));
            request = random.nextInt(4) == 0 ? request.without(name) : request.withHeader(name, words());
        }
        return request.delivery();
    }

    private String words() {
        StringBuilder words = new StringBuilder();
        for (int i = random.nextInt(12); i > 0; i--) {
            words.append(WORDS[random.nextInt(WORDS.length)]);
        }
        return words.toString();
    }
}
