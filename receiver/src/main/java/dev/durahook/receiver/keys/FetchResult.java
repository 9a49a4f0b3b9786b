package dev.durahook.receiver.keys;

import dev.durahook.receiver.keys.https.NoSuchKeyException;
import dev.durahook.receiver.keys.https.RefusedCredentialException;
import dev.durahook.receiver.verification.NotVerifiedException;
import dev.durahook.receiver.verification.Obstacle;
import dev.durahook.receiver.verification.Rejection;
import java.io.IOException;

/** The result of fetching a key. */
sealed interface FetchResult<V> {

    /**
     * The key.
     *
     * @throws NotVerifiedException with the verdict on the delivery that named the key, if there is no key
     */
    CachedKey<V> orThrow() throws NotVerifiedException;

    /** The provider has the key. */
    record Available<V>(CachedKey<V> key) implements FetchResult<V> {

        @Override
        public CachedKey<V> orThrow() {
            return key;
        }
    }

    /** The provider has no such key. */
    record Absent<V>(String detail) implements FetchResult<V> {

        @Override
        public CachedKey<V> orThrow() throws NotVerifiedException {
            throw new NotVerifiedException(Rejection.KEY_UNKNOWN, detail);
        }

        @Override
        public String toString() {
            return detail;
        }
    }

    /** The fetch failed in a way that does not tell whether the key exists. */
    record Unknown<V>(Obstacle obstacle, String detail) implements FetchResult<V> {

        @Override
        public CachedKey<V> orThrow() throws NotVerifiedException {
            throw NotVerifiedException.undecided(obstacle, detail);
        }

        @Override
        public String toString() {
            return detail;
        }
    }

    /** The key was not fetched, because too many others are being fetched. */
    static <V> FetchResult<V> crowdedOut() {
        return new Unknown<>(
                Obstacle.KEY_CROWDED_OUT,
                "the key was not fetched, because deliveries name more keys than may be fetched at a time");
    }

    /** The result for a fetch that failed with this exception. */
    static <V> FetchResult<V> failed(IOException failure) {
        String detail = String.valueOf(failure.getMessage());
        if (failure instanceof NoSuchKeyException) {
            return new Absent<>(detail);
        }
        return failure instanceof RefusedCredentialException
                ? new Unknown<>(Obstacle.CREDENTIAL_REFUSED, detail)
                : new Unknown<>(Obstacle.KEY_UNAVAILABLE, "the key could not be fetched: " + detail);
    }
}
