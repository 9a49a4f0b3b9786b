package dev.durahook.connection.profile;

import dev.durahook.connection.configuration.InvalidConfigurationException;
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
    private static final Pattern NAME_RESOLVER = Pattern.compile("(?!https?:)[a-z][a-z0-9+.-]*:///\\S+");
    private static final Pattern LOOPBACK =
            Pattern.compile("(?:dns:///)?(?:127(?:\\.\\d{1,3}){3}|localhost|\\[::1]):\\d+", Pattern.CASE_INSENSITIVE);
    private static final int HIGHEST_PORT = 65535;

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
        if (!isHostAndPort(target) && !NAME_RESOLVER.matcher(target).matches()) {
            throw InvalidConfigurationException.ofKey(
                    key,
                    "is not of the form host:port",
                    "Write host and port and nothing else, such as " + DEFAULT + ".");
        }
        return target;
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
