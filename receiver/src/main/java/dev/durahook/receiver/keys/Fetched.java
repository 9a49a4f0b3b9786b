package dev.durahook.receiver.keys;

import dev.durahook.receiver.signature.NotVerifiedException;
import dev.durahook.receiver.signature.Obstacle;
import dev.durahook.receiver.signature.Rejection;
import java.io.IOException;

/** What came of a fetch. */
sealed interface Fetched<V> {

    /**
     * The key.
     *
     * @throws NotVerifiedException with the verdict on the delivery that named it, if there is none
     */
    Known<V> orThrow() throws NotVerifiedException;

    /** A key. */
    record Key<V>(Known<V> known) implements Fetched<V> {

        @Override
        public Known<V> orThrow() {
            return known;
        }
    }

    /** The provider has no such key. */
    record Absent<V>(String detail) implements Fetched<V> {

        @Override
        public Known<V> orThrow() throws NotVerifiedException {
            throw new NotVerifiedException(Rejection.KEY_UNKNOWN, detail);
        }

        @Override
        public String toString() {
            return detail;
        }
    }

    /** It is not known whether there is such a key. */
    record Unknown<V>(Obstacle obstacle, String detail) implements Fetched<V> {

        @Override
        public Known<V> orThrow() throws NotVerifiedException {
            throw NotVerifiedException.undecided(obstacle, detail);
        }

        @Override
        public String toString() {
            return detail;
        }
    }

    /** The key was not asked for, because others are. */
    static <V> Fetched<V> crowdedOut() {
        return new Unknown<>(
                Obstacle.KEY_CROWDED_OUT, "the key was not fetched: more keys are named than are fetched at a time");
    }

    /** There is no key, for this reason. */
    static <V> Fetched<V> failed(IOException failure) {
        String detail = String.valueOf(failure.getMessage());
        if (failure instanceof NoSuchKeyException) {
            return new Absent<>(detail);
        }
        return failure instanceof RefusedCredentialException
                ? new Unknown<>(Obstacle.CREDENTIAL_REFUSED, detail)
                : new Unknown<>(Obstacle.KEY_UNAVAILABLE, "the key could not be fetched: " + detail);
    }
}
