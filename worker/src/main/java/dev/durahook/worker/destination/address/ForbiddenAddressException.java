package dev.durahook.worker.destination.address;

import java.io.IOException;
import java.util.Arrays;

/** Thrown instead of connecting to an address in a private network. */
public final class ForbiddenAddressException extends IOException {

    ForbiddenAddressException() {
        super("in a private network");
    }

    /**
     * Whether a forbidden address is the reason that there is no connection. If a host has several addresses, each
     * address fails on its own, and the exceptions of the others are suppressed.
     */
    public static boolean caused(IOException e) {
        return e instanceof ForbiddenAddressException
                || Arrays.stream(e.getSuppressed()).anyMatch(ForbiddenAddressException.class::isInstance);
    }
}
