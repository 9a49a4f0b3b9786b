package dev.durahook.worker.routing;

import dev.durahook.connection.configuration.KnownKeys;
import dev.durahook.workflows.routing.InvalidRoutesException;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.UnboundConfigurationPropertiesException;
import org.springframework.core.env.Environment;

/** Refuses unknown keys of routes. */
final class RouteKeys {

    // Spring drops the slashes of a key, so the message can't repeat what was written.
    private static final Pattern NOT_A_LIST = Pattern.compile("(durahook\\.routes\\..+\\.when)(\\.|\\[\\D).*");

    private RouteKeys() {}

    /**
     * Checks all keys of all routes.
     *
     * @throws InvalidRoutesException if conditions are not a list; the message has an example
     * @throws BindException if there is another unknown key, or a text that YAML reads as something else
     */
    static void check(Environment environment) {
        try {
            KnownKeys.require(environment, RoutingProperties.ROUTES, RouteProperties.class);
        } catch (BindException e) {
            throw notAList(e)
                    .<RuntimeException>map(key -> new InvalidRoutesException(
                            key, "must be a list of conditions, such as - {pointer: /action, is: [opened, reopened]}"))
                    .orElse(e);
        }
    }

    private static Optional<String> notAList(BindException e) {
        return e.getCause() instanceof UnboundConfigurationPropertiesException unknown
                ? unknown.getUnboundProperties().stream()
                        .flatMap(property -> NOT_A_LIST
                                .matcher(property.getName().toString())
                                .results())
                        .map((MatchResult match) -> match.group(1))
                        .findFirst()
                : Optional.empty();
    }
}
