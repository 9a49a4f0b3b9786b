package dev.durahook.receiver.handshake;

import dev.durahook.receiver.configuration.InvalidRuleException;
import dev.durahook.receiver.keys.https.UrlRule;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * An address in a request that must be requested to confirm. It must be HTTPS and match these expressions.
 *
 * @param url where the address is in the request
 * @param host a regular expression for the whole host
 * @param path a regular expression for the whole path
 * @param query a regular expression for the whole query
 */
public record VisitRule(
        RequestField url,
        @DefaultValue("") String host,
        @DefaultValue("/") String path,
        @DefaultValue("") String query) {

    /**
     * Checks the keys.
     *
     * @throws InvalidRuleException if the URL or the host is missing, or a regular expression is not valid
     */
    public VisitRule {
        // Spring binds null if the key is missing.
        if (url == null) {
            throw new InvalidRuleException("has no url: add the field that contains the address to request");
        }
        if (host.isEmpty()) {
            throw new InvalidRuleException("has no host: add a regular expression for the hosts that may be requested");
        }
        try {
            rule(host, path, query);
        } catch (PatternSyntaxException e) {
            throw new InvalidRuleException("has an invalid regular expression: " + e.getDescription());
        }
    }

    /** The address, if it may be requested. */
    Optional<URI> address(HandshakeRequest request) {
        return url.in(request).flatMap(rule(host, path, query)::admit);
    }

    private static UrlRule rule(String host, String path, String query) {
        return new UrlRule(Pattern.compile(host), Pattern.compile(path), Pattern.compile(query));
    }
}
