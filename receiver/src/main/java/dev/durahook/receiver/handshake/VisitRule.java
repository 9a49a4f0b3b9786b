package dev.durahook.receiver.handshake;

import dev.durahook.receiver.signature.InvalidRuleException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationPropertiesSource;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * An address that a provider sends and that has to be visited. Only ever an address of the provider's own.
 *
 * @param url where it is in the request
 * @param host a regular expression for all of its host
 */
@ConfigurationPropertiesSource
public record VisitRule(Field url, @DefaultValue("") String host) {

    public VisitRule {
        if (host.isEmpty()) {
            throw new InvalidRuleException("has no host: say which hosts may be visited");
        }
    }

    /** The address, if it is one that may be visited: HTTPS, its usual port, no user, and the host of the rule. */
    Optional<URI> address(Question question) {
        return url.in(question).flatMap(VisitRule::parsed).filter(this::mayBeVisited);
    }

    private boolean mayBeVisited(URI address) {
        return "https".equals(address.getScheme())
                && address.getRawUserInfo() == null
                && address.getPort() == -1
                && address.getHost() != null
                && Pattern.matches(host, address.getHost());
    }

    private static Optional<URI> parsed(String text) {
        try {
            return Optional.of(new URI(text));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
