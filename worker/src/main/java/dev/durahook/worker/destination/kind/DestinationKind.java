package dev.durahook.worker.destination.kind;

/**
 * A kind of destination, such as HTTP. A bean of this type adds a kind to the worker: destinations whose {@code kind} is
 * its name are opened by it, and have the queue, the limits, the policy, the parking and the metrics of every
 * destination.
 *
 * @param <P> a record of the keys that this kind has in addition to those of every destination; bound by its
 *     constructor, as Spring Boot binds {@code @ConfigurationProperties}
 */
public interface DestinationKind<P> {

    /** Returns the value of {@code durahook.destinations.<name>.kind} that chooses this kind. */
    String name();

    /** Returns the record of this kind's keys. A key that neither this record nor every destination has is refused. */
    Class<P> properties();

    /**
     * Whether this worker calls destinations of this kind, so that {@code requests-per-second} and {@code concurrency}
     * limit the calls. If not, the two keys are refused.
     */
    default boolean isLimited() {
        return true;
    }

    /**
     * Checks a declared destination and prepares it for sending. Called at the start for each destination of this kind,
     * and by tests that only read the configuration: connect when the first event is sent, not here.
     *
     * @throws dev.durahook.connection.configuration.InvalidConfigurationException if a value is invalid; {@link
     *     DeclaredDestination#invalid} makes the exception
     */
    Transport open(DeclaredDestination<P> declared);
}
