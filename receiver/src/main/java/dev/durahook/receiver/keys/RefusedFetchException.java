package dev.durahook.receiver.keys;

import java.io.IOException;

/** An answer that is no key. Whoever answers has not been waited for in vain: another question may be asked at once. */
public final class RefusedFetchException extends IOException {

    /** An answer of this status. */
    public RefusedFetchException(int status) {
        super("the answer is " + status);
    }
}
