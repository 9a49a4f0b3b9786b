package dev.durahook.receiver.verification;

/** Why a delivery can't be verified right now. A closed set, because it is a metric label. */
public enum Obstacle {
    /** The provider did not give the key, and did not say that the key does not exist. */
    KEY_UNAVAILABLE,
    /** The key was not fetched, because deliveries name too many unknown keys. */
    KEY_CROWDED_OUT,
    /** The provider refuses the credential with which the source fetches keys. */
    CREDENTIAL_REFUSED
}
