package dev.durahook.worker.destination.address;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;

/** Checks a URL's host without a DNS lookup. */
public final class LiteralHost {

    private LiteralHost() {}

    /** Whether the host is written as an address that is not public. */
    public static boolean isPrivate(String host) {
        return address(host)
                .filter(address -> !PublicAddresses.contain(address))
                .isPresent();
    }

    /** Whether the host is this machine: localhost or a loopback address. */
    public static boolean isLoopback(String host) {
        return host.equals("localhost")
                || address(host).filter(InetAddress::isLoopbackAddress).isPresent();
    }

    private static Optional<InetAddress> address(String host) {
        if (!host.contains(":") && !host.matches("[0-9.]+")) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(host));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }
}
