package dev.durahook.receiver.signature;

import org.jspecify.annotations.Nullable;

/** What a scheme says of a delivery. */
public sealed interface Verdict {

    /**
     * The delivery is genuine, or its source has no way to tell.
     *
     * @param secret which of the source's secrets verified it, counted from 0; -1 where the source has none
     * @param name the name that its declaration gives this secret
     */
    record Verified(int secret, @Nullable String name) implements Verdict {

        /** The verdict on every delivery of a source without a signature. */
        public static final Verified WITHOUT_SIGNATURE = new Verified(-1);

        /** By a secret without a name. */
        public Verified(int secret) {
            this(secret, null);
        }

        /** Which secret it was: its name, or its place counted from 1, as it stands in the configuration; or none. */
        public String label() {
            if (secret < 0) {
                return "none";
            }
            return name == null ? String.valueOf(secret + 1) : name;
        }

        /** How a person would say it. */
        public String description() {
            return secret < 0 ? "not verified: it has no signature" : "verified with secret " + label();
        }
    }

    /**
     * The delivery is not verified.
     *
     * @param reason one of a closed set: a label of metrics
     * @param detail for the operator's log, such as {@code timestamp 612 s old, tolerance 300 s}; holds no secret, no
     *     signature and nothing of the body, and never goes into the answer
     */
    record Rejected(Rejection reason, String detail) implements Verdict {}
}
