package dev.durahook.worker.destination.address;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Decides which addresses belong to the public Internet.
 *
 * @see <a href="https://www.iana.org/assignments/iana-ipv4-special-registry">IANA's registry for IPv4</a>
 * @see <a href="https://www.iana.org/assignments/iana-ipv6-special-registry">and for IPv6</a>
 */
final class PublicAddresses {

    private static final List<AddressBlock> SPECIAL = Stream.of(
                    "0.0.0.0/8",
                    "10.0.0.0/8",
                    "100.64.0.0/10",
                    "127.0.0.0/8",
                    "169.254.0.0/16",
                    "172.16.0.0/12",
                    "192.0.0.0/24",
                    "192.0.2.0/24",
                    "192.88.99.0/24",
                    "192.168.0.0/16",
                    "198.18.0.0/15",
                    "198.51.100.0/24",
                    "203.0.113.0/24",
                    "224.0.0.0/4",
                    "240.0.0.0/4",
                    "2001::/23",
                    "2001:db8::/32",
                    "2002::/16",
                    "3fff::/20")
            .map(AddressBlock::of)
            .toList();

    // IANA has allocated IPv6 addresses only from this block. Every other IPv6 address, such as those in fc00::/7 and
    // fe80::/10, is not public, except the translated IPv4 addresses below.
    private static final AddressBlock GIVEN_OUT = AddressBlock.of("2000::/3");
    private static final AddressBlock TRANSLATED = AddressBlock.of("64:ff9b::/96");

    private PublicAddresses() {}

    /** Whether an address is public. An address that is not known to be public counts as not public. */
    static boolean contain(InetAddress address) {
        return contain(address.getAddress());
    }

    // Java itself turns an IPv4 address that is mapped into IPv6, such as ::ffff:10.0.0.1, into IPv4.
    private static boolean contain(byte[] address) {
        if (TRANSLATED.contains(address)) {
            return contain(Arrays.copyOfRange(address, 12, 16));
        }
        boolean possible = address.length == 4 || GIVEN_OUT.contains(address);
        return possible && SPECIAL.stream().noneMatch(block -> block.contains(address));
    }
}
