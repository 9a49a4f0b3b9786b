package dev.durahook.workflows.destination;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names that histories and configurations contain, and that therefore never change. */
class DestinationNamesTest {

    @Test
    void failureTypesAreWireFormat() {
        assertThat(Arrays.stream(DestinationFailure.values()).map(DestinationFailure::type))
                .containsExactly(
                        "DestinationUnavailable",
                        "DestinationRefused",
                        "DestinationGone",
                        "DestinationRedirected",
                        "DestinationUnreachable",
                        "DestinationUnanswered",
                        "DestinationForbidden",
                        "DestinationUnsigned",
                        "UnknownDestination",
                        "WorkflowUnnamed",
                        "WorkflowNotStarted",
                        "WorkflowMissing",
                        "WorkflowEnded",
                        "WorkflowRefused",
                        "NamespaceMissing",
                        "NamespaceDenied",
                        "DestinationOfWrongKind");
    }

    @Test
    void failureThatNoRetryCanFixIsParkedAtOnce() {
        assertThat(Arrays.stream(DestinationFailure.values()).filter(failure -> !failure.isRetryable()))
                .containsExactly(
                        DestinationFailure.GONE,
                        DestinationFailure.FORBIDDEN,
                        DestinationFailure.UNKNOWN,
                        DestinationFailure.WORKFLOW_UNNAMED,
                        DestinationFailure.WORKFLOW_MISSING,
                        DestinationFailure.WORKFLOW_ENDED,
                        DestinationFailure.WORKFLOW_REFUSED,
                        DestinationFailure.WRONG_KIND);
    }

    @Test
    void everyDestinationHasItsOwnQueue() {
        assertThat(DestinationQueues.of("crm")).isEqualTo("durahook.destination.crm");
        assertThat(DestinationQueues.destination("durahook.destination.crm")).contains("crm");
        assertThat(DestinationQueues.destination("durahook")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "300, REDIRECTED", "399, REDIRECTED", "400, REFUSED", "408, UNAVAILABLE", "409, REFUSED", "410, GONE",
        "411, REFUSED", "425, UNAVAILABLE", "429, UNAVAILABLE", "499, REFUSED", "500, UNAVAILABLE", "999, UNAVAILABLE"
    })
    void statusIsAFailureOfOneKind(int status, DestinationFailure failure) {
        assertThat(DestinationFailure.ofStatus(status)).isEqualTo(failure);
    }
}
