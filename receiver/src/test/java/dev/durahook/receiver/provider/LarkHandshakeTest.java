package dev.durahook.receiver.provider;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.receiver.handshake.Handshake;
import dev.durahook.receiver.handshake.Handshake.Refused;
import dev.durahook.receiver.source.Declaration;
import dev.durahook.receiver.source.Source;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Lark asks in the form of its events, encrypted, but without a signature. */
class LarkHandshakeTest {

    private static final String QUESTION =
            "{\"challenge\":\"ajls384kdjx98XX\",\"token\":\"%s\",\"type\":\"url_verification\"}";

    private final Source source =
            Declaration.source("shop: {scheme: lark, secrets: [other, encrypt-key], verify-token: sesame}");

    @Test
    void isAnsweredWhenItShowsTheToken() {
        assertThat(asked("encrypt-key", QUESTION.formatted("sesame"))
                        .orElseThrow()
                        .toString())
                .contains("{\"challenge\":\"ajls384kdjx98XX\"}");
    }

    @Test
    void isRefusedWhenItShowsAnother() {
        assertThat(asked("encrypt-key", QUESTION.formatted("mustard"))).containsInstanceOf(Refused.class);
    }

    @Test
    void isNoneWhenNoKeyDecryptsIt() {
        assertThat(asked("unknown-key", QUESTION.formatted("sesame"))).isEmpty();
    }

    @Test
    void isNoneWhenItIsAnEvent() {
        assertThat(asked("encrypt-key", "{\"header\":{\"event_id\":\"1\"}}")).isEmpty();
    }

    private Optional<Handshake> asked(String key, String question) {
        try {
            Sent sent = new Sent("", Map.of(), Providers.larkBody(key, question), "");
            return source.handshakes().unsigned("POST", sent.delivery());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
