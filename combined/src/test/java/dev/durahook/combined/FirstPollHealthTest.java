package dev.durahook.combined;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

class FirstPollHealthTest {

    private final AtomicReference<Health> pollers = new AtomicReference<>(
            Health.down().withDetail("notPolled", "durahook").build());
    private final FirstPollHealth health = new FirstPollHealth(provider(pollers::get));

    @Test
    void isDownWithTheReasonUntilThePollersAreKnown() {
        assertThat(health.health()).isEqualTo(pollers.get());
    }

    @Test
    void staysUpWhenThePollersAreLostLater() {
        pollers.set(Health.up().build());
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
        pollers.set(Health.down().build());
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void isUpIfTheHealthOfThePollersIsSwitchedOff() {
        assertThat(new FirstPollHealth(provider(null)).health().getStatus()).isEqualTo(Status.UP);
    }

    private static ObjectProvider<HealthIndicator> provider(@Nullable HealthIndicator indicator) {
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        if (indicator != null) {
            beans.addBean("pollers", indicator);
        }
        return beans.getBeanProvider(HealthIndicator.class);
    }
}
