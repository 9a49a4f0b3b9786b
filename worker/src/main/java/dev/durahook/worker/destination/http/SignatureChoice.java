package dev.durahook.worker.destination.http;

/** How a destination can verify that a request is genuine. */
enum SignatureChoice {
    /** The destination verifies the Standard Webhooks headers, which are signed with the destination's secrets. */
    STANDARD_WEBHOOKS,
    /**
     * Requests are not signed. The destination verifies nothing, or verifies a request header that the configuration
     * sets.
     */
    NONE
}
