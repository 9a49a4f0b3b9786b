package dev.durahook.workflows.delivery;

/**
 * What can become of a delivery but success. {@link #type()} is the failure type that Temporal shows, and that a policy
 * may list under {@code non-retryable-error-types}, to park such an event at once.
 */
public enum DeliveryFailure {
    /** It answered 408, 425, 429 or 500 and above, or with a status that HTTP does not define: not now. */
    UNAVAILABLE("DestinationUnavailable", true),
    /** It answered with another status from 400 to 499: it does not want this event, or the configuration is wrong. */
    REFUSED("DestinationRefused", true),
    /** It answered 410: it wants no event any more. */
    GONE("DestinationGone", false),
    /** It answered with a status from 300 to 399, which is not followed: the event was not for that address. */
    REDIRECTED("DestinationRedirected", true),
    /** No connection: unknown host, refused, no valid certificate. Nothing was sent, so there was no effect. */
    UNREACHABLE("DestinationUnreachable", true),
    /** The event was sent, in part at least, and no answer came that is HTTP. There may have been an effect. */
    UNANSWERED("DestinationUnanswered", true),
    /** It is in a private network, and the guard against those is on. Nothing was sent. */
    FORBIDDEN("DestinationForbidden", false),
    /** A secret to sign with can't be read at the moment. Nothing was sent. */
    UNSIGNED("DestinationUnsigned", true),
    /** The worker's configuration has no such destination. */
    UNKNOWN("UnknownDestination", false);

    private final String type;
    private final boolean retryable;

    DeliveryFailure(String type, boolean retryable) {
        this.type = type;
        this.retryable = retryable;
    }

    /** What an HTTP status means that is not from 200 to 299. */
    public static DeliveryFailure ofStatus(int status) {
        return switch (status) {
            case 408, 425, 429 -> UNAVAILABLE;
            case 410 -> GONE;
            default -> ofClass(status / 100);
        };
    }

    private static DeliveryFailure ofClass(int hundreds) {
        return switch (hundreds) {
            case 3 -> REDIRECTED;
            case 4 -> REFUSED;
            default -> UNAVAILABLE;
        };
    }

    /** The failure type. It stands in histories and configurations: never changed. */
    public String type() {
        return type;
    }

    /** Whether the policy decides if it is tried again; otherwise the event is parked at once. */
    public boolean isRetryable() {
        return retryable;
    }
}
