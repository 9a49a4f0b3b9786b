package dev.durahook.receiver.handshake;

import dev.durahook.receiver.keys.UrlRule;
import dev.durahook.receiver.signature.InvalidRuleException;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * An address that a provider sends and that has to be visited to confirm. HTTPS, and only what the provider itself would
 * send: each expression is for the whole of its part.
 *
 * @param url where the address is in the request
 * @param host a regular expression for its host
 * @param path a regular expression for its path
 * @param query a regular expression for its query
 */
public record VisitRule(
        Field url,
        @DefaultValue("") String host,
        @DefaultValue("/") String path,
        @DefaultValue("") String query) {

    public VisitRule {
        if (host.isEmpty()) {
            throw new InvalidRuleException("has no host: say which hosts may be visited");
        }
        try {
            rule(host, path, query);
        } catch (PatternSyntaxException e) {
            throw new InvalidRuleException("holds what is no regular expression: " + e.getDescription());
        }
    }

    /** The address, if it may be visited. */
    Optional<URI> address(Question question) {
        return url.in(question).flatMap(rule(host, path, query)::admit);
    }

    private static UrlRule rule(String host, String path, String query) {
        return new UrlRule(Pattern.compile(host), Pattern.compile(path), Pattern.compile(query));
    }
}
