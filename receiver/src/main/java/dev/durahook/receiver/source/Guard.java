package dev.durahook.receiver.source;

/** What verifies a sender before its deliveries come here, where it can't be verified here. */
public enum Guard {
    /** A proxy that lets pass whoever shows the sender's certificate. */
    MUTUAL_TLS,
    /** A firewall or proxy that lets pass whoever comes from the sender's addresses. */
    ADDRESS_LIST,
    /** A proxy that lets pass whoever knows an address that nobody but the sender was told. */
    SECRET_URL
}
