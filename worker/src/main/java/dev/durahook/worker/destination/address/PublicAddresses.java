package dev.durahook.worker.destination.address;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import org.springframework.boot.http.client.InetAddressFilter;

/**
 * Decides which addresses belong to the public Internet: the addresses that Spring Boot counts as external, except
 * those of further blocks, which Spring Boot does not know.
 *
 * @see <a href="https://www.iana.org/assignments/iana-ipv4-special-registry">IANA's registry for IPv4</a>
 * @see <a href="https://www.iana.org/assignments/iana-ipv6-special-registry">and for IPv6</a>
 */
final class PublicAddresses {

    // IANA has allocated IPv6 addresses only from 2000::/3; the first three blocks below are all the rest. 3fff::/20
    // is for documentation.
    private static final InetAddressFilter PUBLIC =
            InetAddressFilter.externalAddresses().andNot("::/3", "4000::/2", "8000::/1", "3fff::/20");

    // A network without IPv4 reaches every public IPv4 address by one of these. Spring Boot refuses them all.
    private static final InetAddressFilter TRANSLATED = InetAddressFilter.of("64:ff9b::/96");

    private PublicAddresses() {}

    /** Whether an address is public. An address that is not known to be public counts as not public. */
    static boolean contain(InetAddress address) {
        return PUBLIC.matches(TRANSLATED.matches(address) ? translated(address) : address);
    }

    // Java itself turns an IPv4 address that is mapped into IPv6, such as ::ffff:10.0.0.1, into IPv4.
    private static InetAddress translated(InetAddress address) {
        try {
            return InetAddress.getByAddress(Arrays.copyOfRange(address.getAddress(), 12, 16));
        } catch (UnknownHostException e) {
            throw new IllegalStateException("four bytes are an address", e);
        }
    }
}
