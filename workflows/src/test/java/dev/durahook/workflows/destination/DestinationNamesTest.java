package dev.durahook.workflows.destination;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

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
    }
}
