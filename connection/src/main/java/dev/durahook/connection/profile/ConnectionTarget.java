package dev.durahook.connection.profile;

import dev.durahook.connection.configuration.InvalidConfigurationException;
import dev.durahook.connection.tls.HostName;
import io.grpc.NameResolverProvider;
import io.grpc.NameResolverRegistry;
import java.net.InetSocketAddress;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Checks Temporal's address, which must be {@code host:port} or a name for one of gRPC's resolvers, such as {@code
 * dns:///host:port}. It must not be {@code local}, for which the starter applies no customizer.
 *
 * @see <a href="https://github.com/temporalio/sdk-java/issues/1815">sdk-java #1815: the target local</a>
 */
final class ConnectionTarget {

    /** The default address, which is also the CLI's: a Temporal on this machine. */
    static final String DEFAULT = "127.0.0.1:7233";

    private static final Pattern HOST_AND_PORT = Pattern.compile("(?:\\[[0-9a-fA-F:.]+]|[^:/@\\s]+):(\\d{1,5})");
    private static final Pattern NAME_RESOLVER = Pattern.compile("(?!https?:)([a-z][a-z0-9+.-]*):///(\\S+)");
    private static final Pattern HOST_WITHOUT_PORT = Pattern.compile("\\[[0-9a-fA-F:.]+]|[^:/@\\s]+");
    private static final Pattern LOOPBACK =
            Pattern.compile("(?:dns:///)?(?:127(?:\\.\\d{1,3}){3}|localhost|\\[::1]):\\d+", Pattern.CASE_INSENSITIVE);
    private static final int HIGHEST_PORT = 65535;
    private static final String DNS = "dns";

    private ConnectionTarget() {}

    /**
     * Returns the address if it is valid.
     *
     * @param key the variable or configuration key that holds the address
     * @throws InvalidConfigurationException if the address is not valid
     */
    static String require(String key, String target) {
        if (target.toLowerCase(Locale.ROOT).equals("local")) {
            throw InvalidConfigurationException.ofKey(
                    key, "is 'local', with which the starter ignores every setting", "Write " + DEFAULT + " instead.");
        }
        Matcher resolver = NAME_RESOLVER.matcher(target);
        boolean isResolved = resolver.matches();
        if (isResolved && !isKnown(resolver.group(1))) {
            throw InvalidConfigurationException.ofKey(
                    key,
                    "asks for a resolver that this application does not have",
                    "Write host and port, such as " + DEFAULT + ", or dns:///host:port.");
        }
        if (!isResolved) {
            requireHost(key, target, isHostAndPort(target));
        } else if (resolver.group(1).equals(DNS)) {
            String host = resolver.group(2);
            requireHost(
                    key,
                    host,
                    isHostAndPort(host) || HOST_WITHOUT_PORT.matcher(host).matches());
        }
        return target;
    }

    private static void requireHost(String key, String target, boolean hasTheForm) {
        if (!hasTheForm) {
            throw InvalidConfigurationException.ofKey(
                    key,
                    "is not of the form host:port",
                    "Write host and port and nothing else, such as " + DEFAULT + ".");
        }
        if (!HostName.isAcceptedByGrpc(target)) {
            throw InvalidConfigurationException.ofKey(
                    key,
                    "has a host that gRPC does not accept",
                    "Write a name of the letters a to z, digits, hyphens and full stops, without an underscore, such as"
                            + " another name of the container in its network, or the IP address.");
        }
    }

    // gRPC connects to internet addresses only; it also has a resolver of sockets in the file system.
    private static boolean isKnown(String scheme) {
        NameResolverProvider provider =
                NameResolverRegistry.getDefaultRegistry().getProviderForScheme(scheme);
        return provider != null && provider.getProducedSocketAddressTypes().contains(InetSocketAddress.class);
    }

    /** Whether the address names this machine, as a loopback address or as {@code localhost}. */
    static boolean isLoopback(String target) {
        return LOOPBACK.matcher(target).matches();
    }

    private static boolean isHostAndPort(String target) {
        Matcher matcher = HOST_AND_PORT.matcher(target);
        return matcher.matches() && isPort(Integer.parseInt(matcher.group(1)));
    }

    private static boolean isPort(int port) {
        return port > 0 && port <= HIGHEST_PORT;
    }
}
