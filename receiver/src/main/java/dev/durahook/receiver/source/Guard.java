package dev.durahook.receiver.source;

/**
 * Protection in front of the receiver that authenticates the sender, if the receiver can't verify deliveries itself.
 */
public enum Guard {
    /** A proxy that accepts only the sender's client certificate. */
    MUTUAL_TLS,
    /** A firewall or proxy that accepts only the sender's IP addresses. */
    ADDRESS_LIST,
    /** A proxy that accepts only a URL that is known to the sender alone. */
    SECRET_URL
}
