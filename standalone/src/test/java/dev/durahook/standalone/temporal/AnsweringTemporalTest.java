package dev.durahook.standalone.temporal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class AnsweringTemporalTest {

    private static final LocalPorts PORTS = new LocalPorts(7233, 8233);

    @Test
    void serverThatAnswersIsUsed() {
        AnsweringTemporal answering =
                new AnsweringTemporal("127.0.0.1:7233"::equals, port -> Optional.of(LocalAddress.webUi(port)), PORTS);

        assertThat(answering.find()).hasValueSatisfying(temporal -> {
            assertThat(temporal.target()).isEqualTo("127.0.0.1:7233");
            assertThat(temporal.webUi()).contains(LocalAddress.webUi(8233));
            assertThat(temporal.description()).isEqualTo("the server that already answers on 127.0.0.1:7233");
        });
    }

    @Test
    void missingWebUiIsNotMentioned() {
        AnsweringTemporal answering = new AnsweringTemporal(target -> true, port -> Optional.empty(), PORTS);

        assertThat(answering.find())
                .hasValueSatisfying(temporal -> assertThat(temporal.webUi()).isEmpty());
    }

    @Test
    void silentPortIsNotTemporal() {
        AnsweringTemporal answering = new AnsweringTemporal(target -> false, port -> Optional.empty(), PORTS);

        assertThat(answering.find()).isEmpty();
    }
}
