package dev.durahook.worker.delivery;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import okhttp3.Dns;

/**
 * Resolves no host that has an address in a private network. It stands where the connection's addresses come from, so
 * that a name can't be public when it is looked at and private when it is used.
 *
 * <p>A host that is an address is never asked for here; {@link #forbids} tells of those.
 */
final class PrivateNetworkGuard implements Dns {

    private final Dns resolver;

    PrivateNetworkGuard(Dns resolver) {
        this.resolver = resolver;
    }

    @Override
    public List<InetAddress> lookup(String host) throws UnknownHostException {
        List<InetAddress> addresses = resolver.lookup(host);
        // One is enough: which of them is used is not ours to say.
        if (!addresses.stream().allMatch(PublicAddresses::contain)) {
            throw new ForbiddenAddressException(host);
        }
        return addresses;
    }

    /** Whether a URL's host is an address, written as one, that is not public. Looks nothing up. */
    static boolean forbids(String host) {
        return isAddress(host) && !PublicAddresses.contain(address(host));
    }

    /** Whether a URL's host is an address of this machine's own, or its name. */
    static boolean isLoopback(String host) {
        return host.equals("localhost") || (isAddress(host) && address(host).isLoopbackAddress());
    }

    private static boolean isAddress(String host) {
        return host.contains(":") || host.matches("[0-9]{1,3}(\\.[0-9]{1,3}){3}");
    }

    private static InetAddress address(String host) {
        try {
            return InetAddress.getByName(host);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("no address: " + host, e);
        }
    }
}
