package dev.durahook.receiver.acceptance.start;

import dev.durahook.receiver.acceptance.start.Acceptance.Cause;
import dev.durahook.receiver.acceptance.start.Acceptance.NotStored;
import io.grpc.StatusRuntimeException;
import io.temporal.api.enums.v1.ResourceExhaustedCause;
import io.temporal.api.enums.v1.ResourceExhaustedScope;
import io.temporal.api.errordetails.v1.ResourceExhaustedFailure;
import io.temporal.serviceclient.StatusUtils;

/**
 * The limit that a RESOURCE_EXHAUSTED of Temporal is about: the namespace's quota, or the load of a server that all
 * namespaces share.
 */
enum ExhaustedResource {
    QUOTA(Cause.OVER_QUOTA, "the namespace is over its quota: "),
    SERVER(Cause.OVERLOADED, "Temporal is overloaded: "),
    /** gRPC's own limit on message size; trying again does not help. */
    MESSAGE(Cause.REFUSED, ""),
    UNKNOWN(Cause.RESOURCE_EXHAUSTED, "");

    private final Cause cause;
    private final String meaning;

    ExhaustedResource(Cause cause, String meaning) {
        this.cause = cause;
        this.meaning = meaning;
    }

    static ExhaustedResource of(StatusRuntimeException failure) {
        ResourceExhaustedFailure told = StatusUtils.getFailure(failure, ResourceExhaustedFailure.class);
        if (told != null && told.getCause() != ResourceExhaustedCause.RESOURCE_EXHAUSTED_CAUSE_UNSPECIFIED) {
            return isQuota(told) ? QUOTA : SERVER;
        }
        String description = failure.getStatus().getDescription();
        return description != null && description.contains("larger than max") ? MESSAGE : UNKNOWN;
    }

    private static boolean isQuota(ResourceExhaustedFailure told) {
        return told.getScope() != ResourceExhaustedScope.RESOURCE_EXHAUSTED_SCOPE_SYSTEM
                && switch (told.getCause()) {
                    case RESOURCE_EXHAUSTED_CAUSE_SYSTEM_OVERLOADED,
                            RESOURCE_EXHAUSTED_CAUSE_BUSY_WORKFLOW,
                            RESOURCE_EXHAUSTED_CAUSE_CIRCUIT_BREAKER_OPEN -> false;
                    default -> true;
                };
    }

    NotStored explain(String description) {
        return new NotStored(cause, meaning + description);
    }
}
