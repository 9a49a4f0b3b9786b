package dev.durahook.receiver.signature;

/** What keeps a delivery from being verified for now. A closed set, because it labels a metric. */
public enum Obstacle {
    /** The provider does not answer with the key that the delivery names, nor that there is none. */
    KEY_UNAVAILABLE,
    /** The key was not fetched: deliveries name more unknown keys than are fetched. */
    KEY_CROWDED_OUT,
    /** The provider refuses the credential that the source asks for keys with. */
    CREDENTIAL_REFUSED
}
