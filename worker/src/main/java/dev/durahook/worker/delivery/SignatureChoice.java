package dev.durahook.worker.delivery;

/** How a destination knows that a delivery is genuine. */
enum SignatureChoice {
    /** By the Standard Webhooks headers, signed with its secrets. */
    STANDARD_WEBHOOKS,
    /** Not at all, or by a header of its own. */
    NONE
}
