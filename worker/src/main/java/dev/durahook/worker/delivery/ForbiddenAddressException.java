package dev.durahook.worker.delivery;

import java.io.IOException;
import java.util.Arrays;

/** An address in a private network was not connected to. */
final class ForbiddenAddressException extends IOException {

    ForbiddenAddressException() {
        super("in a private network");
    }

    /** Whether this is why there is no connection: of a host's addresses each fails on its own. */
    static boolean caused(IOException e) {
        return e instanceof ForbiddenAddressException
                || Arrays.stream(e.getSuppressed()).anyMatch(ForbiddenAddressException.class::isInstance);
    }
}
