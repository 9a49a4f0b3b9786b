package dev.durahook.receiver.keys.https;

import java.io.IOException;

/**
 * The provider has no key with this name, or answered with something that is not a key. Final: the sender of the
 * delivery made the name up, and fetching again would give the same answer.
 */
public final class NoSuchKeyException extends IOException {

    /**
     * There is no such key.
     *
     * @param how the reason for the operator's log; must not quote the delivery
     */
    public NoSuchKeyException(String how) {
        super(how);
    }
}
