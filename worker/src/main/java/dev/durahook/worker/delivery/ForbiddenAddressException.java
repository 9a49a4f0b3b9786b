package dev.durahook.worker.delivery;

import java.net.UnknownHostException;

/** A host has an address in a private network, where deliveries must not go. */
final class ForbiddenAddressException extends UnknownHostException {

    ForbiddenAddressException(String host) {
        super(host);
    }
}
