package dev.durahook.testing.processing;

import dev.durahook.worker.destination.kind.DestinationKind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * The application's own configuration: {@code application.yaml} and everything else that Spring Boot reads with it,
 * from the class path of the test. A test then has the routes, destinations and policies of the application, checked as
 * when the worker starts. The receiver's keys, the values of {@code spring.temporal}, and whether a destination's task
 * queue is one of the worker's own are not checked. This class needs {@code durahook-worker}, which such an application
 * has.
 *
 * <p>Policies lose their jitter: a test could not predict the waits. Destinations have no network: each is a {@link
 * FakeDestination}, which refuses the events that the declared destination can never send. A destination of the kind
 * activity is tried again by Temporal, which knows only the first of a policy's {@code delays}; its attempts have the name
 * of the declared activity.
 */
public final class TestConfiguration {

    private final List<String> profiles;
    private final Map<String, String> values;
    private final List<DestinationKind<?>> kinds;

    private TestConfiguration(List<String> profiles, Map<String, String> values, List<DestinationKind<?>> kinds) {
        this.profiles = profiles;
        this.values = Collections.unmodifiableMap(values);
        this.kinds = kinds;
    }

    /** The configuration with these Spring profiles active; without profiles, {@code application.yaml} alone. */
    public static TestConfiguration of(String... profiles) {
        return new TestConfiguration(List.of(profiles), Map.of(), List.of());
    }

    /**
     * The same configuration with a value that overrides all others: for a placeholder of the configuration, such as
     * {@code CRM_SECRET}, or for any key.
     */
    public TestConfiguration with(String name, String value) {
        Map<String, String> more = new TreeMap<>(values);
        more.put(name, value);
        return new TestConfiguration(profiles, more, kinds);
    }

    /** The same configuration with a kind of destination that the application adds. No event is sent by it. */
    public TestConfiguration withDestinationKind(DestinationKind<?> kind) {
        List<DestinationKind<?>> more = new ArrayList<>(kinds);
        more.add(kind);
        return new TestConfiguration(profiles, values, List.copyOf(more));
    }

    /**
     * Reads the configuration, and checks it together with the handlers and workflows of the test's worker.
     *
     * @param isPolicy whether the test declares a policy of this name itself
     */
    WorkerDeclarations read(RegisteredCode registered, Predicate<String> isPolicy) {
        try {
            return SpringConfiguration.read(profiles, values, kinds, registered, isPolicy);
        } catch (NoClassDefFoundError missing) {
            throw new IllegalStateException(
                    "The application's configuration is read by durahook-worker, which is not on the test's class path",
                    missing);
        }
    }
}
