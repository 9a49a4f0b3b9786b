package dev.durahook.receiver.handshake;

import java.net.URI;

/** Visits the addresses by which a provider wants to be confirmed. */
@FunctionalInterface
public interface Visitor {

    /** Whether the address was there and answered with success, in time. */
    boolean visit(URI address);
}
