package dev.durahook.receiver.signature;

import dev.durahook.receiver.delivery.Delivery;
import org.jspecify.annotations.Nullable;

/** What a scheme says of a delivery. */
public sealed interface Verdict {

    /**
     * The delivery is genuine, or its source has no way to tell.
     *
     * @param secret which of the source's secrets verified it, counted from 0; -1 where the source has none
     * @param name the name that its declaration gives this secret
     * @param unpacked the delivery with what was signed as its body, where the provider packs or encrypts it;
     *     {@code null} where the body is what was signed
     */
    record Verified(
            int secret, @Nullable String name, @Nullable Delivery unpacked) implements Verdict {

        /** The verdict on every delivery of a source without a signature. */
        public static final Verified WITHOUT_SIGNATURE = new Verified(-1);

        /** By a secret without a name, a delivery that is what was signed. */
        public Verified(int secret) {
            this(secret, null, null);
        }

        /** By a secret of this name, a delivery that is what was signed. */
        public Verified(int secret, String name) {
            this(secret, name, null);
        }

        /** By a secret without a name, a delivery that packs what was signed. */
        public Verified(int secret, Delivery unpacked) {
            this(secret, null, unpacked);
        }

        /** What was signed of a delivery that was sent. */
        public Delivery of(Delivery sent) {
            return unpacked == null ? sent : unpacked;
        }

        /** The same of a delivery that packs what counts of it. */
        public Verified unpacking(Delivery packed) {
            return new Verified(secret, name, packed);
        }

        /** The same by a secret of this name. */
        public Verified named(@Nullable String name) {
            return new Verified(secret, name, unpacked);
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

    /**
     * Nobody can tell for now, because the key that verifies the delivery can't be had. Not the sender's fault: it is to
     * deliver again.
     *
     * @param obstacle one of a closed set: a label of metrics
     * @param detail for the operator's log, as above
     */
    record Undecided(Obstacle obstacle, String detail) implements Verdict {}
}
