package dev.durahook.worker.destination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.durahook.workflows.WebhookEvent;
import io.temporal.failure.ApplicationFailure;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;

class TransportActivitiesTest {

    private static final WebhookEvent EVENT =
            new WebhookEvent("shop:1", "shop", "shop.order", Instant.EPOCH, Map.of(), null);

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
