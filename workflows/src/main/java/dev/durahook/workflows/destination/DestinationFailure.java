package dev.durahook.workflows.destination;

/**
 * The ways in which sending an event to a destination can fail. {@link #type()} is the failure type that Temporal shows.
 * A policy may list it under {@code non-retryable-error-types} to park such an event at once.
 */
public enum DestinationFailure {
    /**
     * The destination answered 408, 425, 429 or 500 and above, or with a status that HTTP does not define: it can't
     * take the event now.
     */
    UNAVAILABLE("DestinationUnavailable", true),
    /**
     * The destination answered with another status from 400 to 499: it does not want this event, or the configuration
     * is wrong.
     */
    REFUSED("DestinationRefused", true),
    /** The destination answered 410: it does not want events any more. */
    GONE("DestinationGone", false),
    /**
     * The destination answered with a status from 300 to 399. The redirect is not followed, because the event was not
     * meant for the other address.
     */
    REDIRECTED("DestinationRedirected", true),
    /**
     * There was no connection: the host is unknown, it refused the connection, or its certificate is not valid. Nothing
     * was sent, so there was no effect.
     */
    UNREACHABLE("DestinationUnreachable", true),
    /** The event was sent, at least in part, but no valid HTTP answer came. There may have been an effect. */
    UNANSWERED("DestinationUnanswered", true),
    /** The destination is in a private network, and the guard against private networks is on. Nothing was sent. */
    FORBIDDEN("DestinationForbidden", false),
    /** A secret for the signature can't be read at the moment. Nothing was sent. */
    UNSIGNED("DestinationUnsigned", true),
    /** The worker's configuration has no such destination. */
    UNKNOWN("UnknownDestination", false),
    /** The event lacks a value from which the ID of the destination's workflow is made. Nothing was sent. */
    WORKFLOW_UNNAMED("WorkflowUnnamed", false),
    /** There is no workflow of this ID yet, and the destination waits for it. Nothing was sent. */
    WORKFLOW_NOT_STARTED("WorkflowNotStarted", true),
    /** There is no workflow of this ID, and the destination does not wait for it. Nothing was sent. */
    WORKFLOW_MISSING("WorkflowMissing", false),
    /** The workflow has ended before it took the event. */
    WORKFLOW_ENDED("WorkflowEnded", false),
    /** The workflow has no such handler, its validator rejected the event, or its handler failed. */
    WORKFLOW_REFUSED("WorkflowRefused", false),
    /** Temporal has no namespace of the name that the destination declares. Nothing was sent. */
    NAMESPACE_MISSING("NamespaceMissing", true),
    /** Temporal does not accept the worker's credentials for the namespace of the workflow. Nothing was sent. */
    NAMESPACE_DENIED("NamespaceDenied", true),
    /** The destination is an activity that only a workflow can schedule. Nothing was sent. */
    WRONG_KIND("DestinationOfWrongKind", false);

    private final String type;
    private final boolean retryable;

    DestinationFailure(String type, boolean retryable) {
        this.type = type;
        this.retryable = retryable;
    }

    /** The failure for an HTTP status that is not from 200 to 299. */
    public static DestinationFailure ofStatus(int status) {
        return switch (status) {
            case 408, 425, 429 -> UNAVAILABLE;
            case 410 -> GONE;
            default -> ofClass(status / 100);
        };
    }

    private static DestinationFailure ofClass(int hundreds) {
        return switch (hundreds) {
            case 3 -> REDIRECTED;
            case 4 -> REFUSED;
            default -> UNAVAILABLE;
        };
    }

    /** The failure type. It never changes, because histories and configurations contain it. */
    public String type() {
        return type;
    }

    /** Whether the event is sent again as the policy says; otherwise the event is parked at once. */
    public boolean isRetryable() {
        return retryable;
    }
}
