package dev.durahook.connection.tls;

import java.net.URI;
import java.net.URISyntaxException;

/** The names of hosts that gRPC accepts. It takes the rules of {@link URI}, which know no underscore. */
public final class HostName {

    private HostName() {}

    /**
     * Whether gRPC accepts a host with or without a port.
     *
     * @see <a href="https://github.com/grpc/grpc-java/blob/master/core/src/main/java/io/grpc/internal/DnsNameResolver.java">
     *     DnsNameResolver</a>
     */
    public static boolean isAcceptedByGrpc(String target) {
        URI uri = uri(target);
        return uri.getHost() != null
                && uri.getUserInfo() == null
                && uri.getRawPath().isEmpty()
                && uri.getRawQuery() == null
                && uri.getRawFragment() == null;
    }

    /** Whether a text is the name of a host, without a port. */
    static boolean isName(String name) {
        return isAcceptedByGrpc(name) && uri(name).getPort() < 0 && !name.endsWith(":");
    }

    private static URI uri(String target) {
        try {
            return new URI("//" + target);
        } catch (URISyntaxException e) {
            return URI.create("");
        }
    }
}
