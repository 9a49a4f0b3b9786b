package dev.durahook.workflows.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Names that histories and configurations contain, and that therefore never change. */
class DeliveryNamesTest {

    @Test
    void failureTypesAreWireFormat() {
        assertThat(Arrays.stream(DeliveryFailure.values()).map(DeliveryFailure::type))
                .containsExactly(
                        "DestinationUnavailable",
                        "DestinationRefused",
                        "DestinationGone",
                        "DestinationRedirected",
                        "DestinationUnreachable",
                        "DestinationUnanswered",
                        "DestinationForbidden",
                        "DestinationUnsigned",
                        "UnknownDestination");
    }

    @Test
    void failureThatNoRetryCanFixIsParkedAtOnce() {
        assertThat(Arrays.stream(DeliveryFailure.values()).filter(failure -> !failure.isRetryable()))
                .containsExactly(DeliveryFailure.GONE, DeliveryFailure.FORBIDDEN, DeliveryFailure.UNKNOWN);
    }

    @Test
    void everyDestinationHasItsOwnQueue() {
        assertThat(DestinationQueues.of("crm")).isEqualTo("durahook.destination.crm");
    }
}
