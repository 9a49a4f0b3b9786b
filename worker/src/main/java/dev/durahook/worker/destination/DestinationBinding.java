package dev.durahook.worker.destination;

import dev.durahook.connection.configuration.InvalidConfigurationException;
import dev.durahook.connection.configuration.KnownKeys;
import dev.durahook.connection.configuration.PermittedValues;
import dev.durahook.connection.secret.InvalidTextException;
import dev.durahook.worker.destination.kind.DeclaredDestination;
import dev.durahook.worker.destination.kind.DestinationKind;
import dev.durahook.worker.destination.kind.Transport;
import dev.durahook.workflows.EventId;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.BindResult;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.UnboundConfigurationPropertiesException;
import org.springframework.core.env.Environment;

/**
 * Reads {@code durahook.destinations}. Spring Boot does not bind these properties itself, because its messages quote
 * the value of an invalid key: if a key is misspelt, a secret would appear in the log.
 */
final class DestinationBinding {

    private static final String GROUP = DeclaredDestination.GROUP;

    private final Environment environment;
    private final DestinationKinds kinds;

    DestinationBinding(Environment environment, DestinationKinds kinds) {
        this.environment = environment;
        this.kinds = kinds;
    }

    /**
     * Returns the declared destinations by name.
     *
     * @throws InvalidConfigurationException if a key is unknown or a value is invalid
     */
    Map<String, Destination> destinations() {
        Map<String, Destination> byName = new TreeMap<>();
        try {
            KnownKeys.names(environment, GROUP)
                    .forEach(name -> read(name).ifPresent(destination -> byName.put(name, destination)));
            KnownKeys.requireEntries(environment, GROUP, byName.keySet());
        } catch (BindException e) {
            throw invalid(e);
        } catch (InvalidTextException e) {
            throw DeclaredDestination.invalidKey(GROUP, e.problem());
        }
        return byName;
    }

    // The name becomes part of a task queue's name, and of the keys in messages.
    private Optional<Destination> read(String name) {
        if (!EventId.isSourceName(name)) {
            throw DeclaredDestination.invalidKey(
                    GROUP + "." + name, "has an invalid name: use 1 to 50 lower-case letters, digits and hyphens");
        }
        BindResult<DestinationProperties> declared =
                KnownKeys.bindPart(environment, key(name), DestinationProperties.class);
        DestinationProperties properties = declared.orElseGet(() -> KnownKeys.defaults(DestinationProperties.class));
        properties.check(name);
        return read(name, properties, kinds.named(properties.kind(), name), declared.isBound());
    }

    // A variable of the environment that sets a key of my-crm also looks like a key of a destination my. No key of such
    // a destination can be read, so it is left out.
    private <P> Optional<Destination> read(
            String name, DestinationProperties properties, DestinationKind<P> kind, boolean isDeclared) {
        BindResult<P> own = KnownKeys.bindEntry(environment, key(name), kind.properties(), DestinationProperties.KEYS);
        if (!isDeclared && !own.isBound()) {
            return Optional.empty();
        }
        if (!kind.isLimited()) {
            refuseLimits(name);
        }
        P values = own.orElseGet(() -> KnownKeys.defaults(kind.properties()));
        Transport transport = kind.open(new DeclaredDestination<>(name, properties.concurrency(), values));
        return Optional.of(new Destination(name, properties.policy(), properties.limits(), transport));
    }

    private void refuseLimits(String name) {
        for (String key : DestinationProperties.LIMITS) {
            if (Binder.get(environment)
                    .bind(key(name) + "." + key, String.class)
                    .isBound()) {
                throw DeclaredDestination.invalidKey(
                        DeclaredDestination.key(name, key),
                        "has no effect on a destination of this kind, because other workers do its work: remove the"
                                + " key, and limit those workers");
            }
        }
    }

    private static String key(String name) {
        return GROUP + "." + name;
    }

    private static InvalidConfigurationException invalid(BindException e) {
        if (e.getCause() instanceof InvalidTextException text) {
            return DeclaredDestination.invalidKey(e.getName().toString(), text.problem());
        }
        return e.getCause() instanceof UnboundConfigurationPropertiesException unknown
                ? DeclaredDestination.invalidKey(
                        KnownKeys.unknownIn(unknown),
                        "is not a known key of this destination: " + KnownKeys.remedyFor(unknown))
                : DeclaredDestination.invalidKey(
                        e.getName().toString(), "has an invalid value: " + PermittedValues.of(e));
    }
}
