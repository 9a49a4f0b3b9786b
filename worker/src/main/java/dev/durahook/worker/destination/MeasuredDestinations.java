package dev.durahook.worker.destination;

import dev.durahook.workflows.WebhookEvent;
import dev.durahook.workflows.destination.DestinationActivities;
import dev.durahook.workflows.destination.DestinationFailure;
import dev.durahook.workflows.destination.DestinationReceipt;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.temporal.common.converter.RawValue;
import io.temporal.failure.ApplicationFailure;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Counts and times the attempts to send events, by destination and result. Temporal's own metrics do not show the type of a
 * failure.
 */
final class MeasuredDestinations implements DestinationActivities {

    private static final Duration[] BUCKETS = {
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofMillis(2_500),
        Duration.ofSeconds(5),
        Duration.ofSeconds(10),
        Duration.ofSeconds(30)
    };

    private static final Set<String> TYPES = Arrays.stream(DestinationFailure.values())
            .map(DestinationFailure::type)
            .collect(Collectors.toUnmodifiableSet());

    private final DestinationActivities activities;
    private final Set<String> destinations;
    private final MeterRegistry meters;

    MeasuredDestinations(DestinationActivities activities, Set<String> destinations, MeterRegistry meters) {
        this.activities = activities;
        this.destinations = destinations;
        this.meters = meters;
    }

    @Override
    public DestinationReceipt deliver(String destination, WebhookEvent event, @Nullable RawValue body) {
        Timer.Sample sample = Timer.start(meters);
        String result = "error";
        try {
            DestinationReceipt receipt = activities.deliver(destination, event, body);
            result = "delivered";
            return receipt;
        } catch (ApplicationFailure failure) {
            result = TYPES.contains(failure.getType()) ? failure.getType() : result;
            throw failure;
        } finally {
            sample.stop(timer(destination, result));
        }
    }

    // An application's own kind may throw a failure of any type, so only known types become label values. The name of
    // a destination that is not declared does not become a label value either.
    private Timer timer(String destination, String result) {
        return Timer.builder("durahook.destination.attempts")
                .description("Attempts to send an event to a destination")
                .tag("destination", destinations.contains(destination) ? destination : "unknown")
                .tag("result", result)
                .serviceLevelObjectives(BUCKETS)
                .register(meters);
    }
}
