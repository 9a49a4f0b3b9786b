package dev.durahook.worker.destination.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.durahook.testsupport.LogLines;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.mock.env.MockEnvironment;

class GuardPropertiesTest {

    private static final String FORMER = "durahook.delivery.block-private-networks";

    private final MockEnvironment environment = new MockEnvironment();

    @RegisterExtension
    final LogLines log = LogLines.of(GuardProperties.class);

    @Test
    void guardIsOffUnlessItIsSwitchedOn() {
        assertThat(read()).isFalse();
        environment.setProperty(GuardProperties.KEY, "true");
        assertThat(read()).isTrue();
        assertThat(log.messages()).isEmpty();
    }

    @Test
    void formerNameIsReadWithAWarning() {
        environment.setProperty(FORMER, "true");
        assertThat(read()).isTrue();
        assertThat(log.messages())
                .containsExactly(FORMER + " has a new name: replace it by " + GuardProperties.KEY
                        + ". A later version will refuse the old name");
    }

    @Test
    void presentNameCountsIfBothAreUsed() {
        environment.setProperty(FORMER, "false");
        environment.setProperty(GuardProperties.KEY, "true");
        assertThat(read()).isTrue();
        assertThat(log.messages()).hasSize(1);
    }

    @Test
    void misspeltKeyIsRefusedUnderBothNames() {
        environment.setProperty("durahook.delivery.block-private-network", "true");
        assertThatThrownBy(this::read).isInstanceOf(BindException.class);
    }

    private boolean read() {
        return GuardProperties.of(environment).blockPrivateNetworks();
    }
}
