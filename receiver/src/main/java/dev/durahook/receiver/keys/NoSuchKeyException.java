package dev.durahook.receiver.keys;

import java.io.IOException;

/**
 * The provider answers that it has no key of this name, or what it answers is no key. It is definite: who named the key
 * made the name up, and asking again gets the same answer.
 */
public final class NoSuchKeyException extends IOException {

    /**
     * There is no such key.
     *
     * @param how for the operator's log; nothing that the delivery names
     */
    public NoSuchKeyException(String how) {
        super(how);
    }
}
