package dev.durahook.receiver.verification;

import dev.durahook.receiver.delivery.Delivery;
import org.jspecify.annotations.Nullable;

/** The result of verifying a delivery. */
public sealed interface Verdict {

    /**
     * The delivery is genuine, or its source has no signature.
     *
     * @param secret the index of the secret that verified the delivery, from 0; -1 if the source has no secrets
     * @param name the configured name of this secret
     * @param unpacked the delivery with the verified content as its body, if the provider packs or encrypts the content,
     *     or if a secret was taken out; {@code null} if the body stays as it was sent
     */
    record Verified(
            int secret, @Nullable String name, @Nullable Delivery unpacked) implements Verdict {

        /** The verdict on every delivery of a source without a signature. */
        public static final Verified WITHOUT_SIGNATURE = new Verified(-1);

        /** Verified by a secret without a name. */
        public Verified(int secret) {
            this(secret, null, null);
        }

        /** Verified by a secret with this name. */
        public Verified(int secret, String name) {
            this(secret, name, null);
        }

        /** Verified by a secret without a name; the body is no longer as it was sent. */
        public Verified(int secret, Delivery unpacked) {
            this(secret, null, unpacked);
        }

        /** The delivery with the verified content as its body. */
        public Delivery of(Delivery sent) {
            return unpacked == null ? sent : unpacked;
        }

        /**
         * The same verdict for a delivery whose body is no longer as it was sent.
         *
         * @param unpacked the delivery with the verified content as its body
         */
        public Verified unpacking(Delivery unpacked) {
            return new Verified(secret, name, unpacked);
        }

        /** The same verdict with another name for the secret. */
        public Verified named(@Nullable String name) {
            return new Verified(secret, name, unpacked);
        }

        /** The secret's label in metrics: its name, or its position from 1 as in the configuration, or {@code none}. */
        public String label() {
            if (secret < 0) {
                return "none";
            }
            return name == null ? String.valueOf(secret + 1) : name;
        }

        /** How the delivery was verified, for people. */
        public String description() {
            return secret < 0 ? "not verified: it has no signature" : "verified with secret " + label();
        }
    }

    /**
     * The delivery is not verified.
     *
     * @param reason the reason, one of a closed set, for metrics
     * @param detail for the operator's log, such as {@code timestamp 612 s old, tolerance 300 s}; contains no secret,
     *     no signature and no part of the body, and is never sent to the sender
     */
    record Rejected(Rejection reason, String detail) implements Verdict {}

    /**
     * It can't be decided right now whether the delivery is genuine, because the key can't be fetched. The sender
     * should deliver again.
     *
     * @param obstacle the reason, one of a closed set, for metrics
     * @param detail for the operator's log; contains no secret, no signature and no part of the body
     */
    record Undecided(Obstacle obstacle, String detail) implements Verdict {}
}
