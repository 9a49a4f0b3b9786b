package dev.durahook.worker.destination.address;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/** A block of addresses in CIDR notation, such as {@code 10.0.0.0/8}. */
final class AddressBlock {

    private final byte[] network;
    private final int prefixLength;

    private AddressBlock(byte[] network, int prefixLength) {
        this.network = network;
        this.prefixLength = prefixLength;
    }

    static AddressBlock of(String cidr) {
        int slash = cidr.indexOf('/');
        return new AddressBlock(literal(cidr.substring(0, slash)), Integer.parseInt(cidr.substring(slash + 1)));
    }

    boolean contains(byte[] address) {
        return address.length == network.length && Arrays.equals(masked(address), masked(network));
    }

    private byte[] masked(byte[] address) {
        byte[] result = new byte[address.length];
        for (int bit = 0; bit < prefixLength; bit++) {
            result[bit / 8] |= (byte) (address[bit / 8] & (0x80 >> (bit % 8)));
        }
        return result;
    }

    private static byte[] literal(String address) {
        try {
            return InetAddress.getByName(address).getAddress();
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("no address: " + address, e);
        }
    }
}
