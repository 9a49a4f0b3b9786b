package dev.durahook.worker.destination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.durahook.testsupport.Await;
import dev.durahook.worker.destination.kind.MemoryKind;
import dev.durahook.workflows.WebhookEvent;
import dev.durahook.workflows.destination.DestinationActivities;
import io.temporal.activity.ActivityOptions;
import io.temporal.failure.ApplicationFailure;
import io.temporal.testing.TestActivityEnvironment;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;

class TransportActivitiesTest {

    private static final WebhookEvent EVENT =
            new WebhookEvent("shop:1", "shop", "shop.order", Instant.EPOCH, Map.of(), null);

    // The next attempt begins when the policy's timeout is over, however long the body took.
    @Test
    void timeThatTheBodyTookIsNotLeftForTheRequest() {
        Duration timeout = Await.PATIENCE;
        Duration slow = Duration.ofMillis(300);
        MemoryKind memory = new MemoryKind();
        Destinations destinations = Destinations.of(
                new MockEnvironment()
                        .withProperty("durahook.destinations.crm.kind", memory.name())
                        .withProperty("durahook.destinations.crm.topic", "customers"),
                List.of(memory));
        TestActivityEnvironment environment = TestActivityEnvironment.newInstance();
        try {
            environment.registerActivitiesImplementations(new TransportActivities(destinations, event -> after(slow)));
            environment
                    .newActivityStub(
                            DestinationActivities.class,
                            ActivityOptions.newBuilder()
                                    .setStartToCloseTimeout(timeout)
                                    .build())
                    .deliver("crm", EVENT, null);
        } finally {
            environment.close();
        }
        assertThat(memory.timesLeft())
                .singleElement()
                .satisfies(left -> assertThat(left)
                        .isPositive()
                        .isLessThanOrEqualTo(
                                timeout.multipliedBy(9).dividedBy(10).minus(slow)));
    }

    private static byte[] after(Duration time) {
        try {
            TimeUnit.NANOSECONDS.sleep(time.toNanos());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return new byte[0];
    }

    @Test
    void unknownDestinationSaysWhatToDeclare() {
        TransportActivities activities =
                new TransportActivities(Destinations.of(new MockEnvironment(), List.of()), event -> new byte[0]);
        assertThatThrownBy(() -> activities.deliver("crm", EVENT, null))
                .isInstanceOfSatisfying(ApplicationFailure.class, failure -> {
                    assertThat(failure.getType()).isEqualTo("UnknownDestination");
                    assertThat(failure.isNonRetryable()).isTrue();
                    assertThat(failure.getOriginalMessage())
                            .isEqualTo("No destination 'crm': declare durahook.destinations.crm in the worker's"
                                    + " configuration");
                });
    }
}
