package dev.durahook.receiver.namespace;

import dev.durahook.connection.server.ServerCheck;
import dev.durahook.connection.server.ServerDescription;
import dev.durahook.receiver.source.Source;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compares how long the namespace keeps an event with how long its sender may deliver it again. What comes again after
 * Temporal has forgotten it is processed twice.
 */
final class RetentionCheck implements ServerCheck, MeterBinder {

    private static final Logger LOG = LoggerFactory.getLogger(RetentionCheck.class);

    private final Map<String, Duration> windows = new TreeMap<>();
    private volatile @Nullable Duration retention;

    RetentionCheck(Collection<? extends Source> sources) {
        sources.forEach(source -> source.redeliveryWindow().ifPresent(window -> windows.put(source.name(), window)));
    }

    @Override
    public void check(ServerDescription server) {
        Duration kept = server.retention();
        retention = kept;
        if (kept == null) {
            return;
        }
        List<String> late = windows.keySet().stream()
                .filter(source -> window(source).compareTo(kept) > 0)
                .toList();
        if (!late.isEmpty()) {
            warn(server, kept, late);
        }
    }

    private void warn(ServerDescription server, Duration kept, List<String> late) {
        LOG.warn(
                "Namespace {} forgets an event {} after it was processed, but these sources may deliver it again for"
                        + " longer, and it would be processed twice: {}. Run: {}",
                server.namespace(),
                text(kept),
                late.stream().map(this::named).collect(Collectors.joining(", ")),
                server.retentionCommand(days(late)));
    }

    private String named(String source) {
        return source + " (" + text(window(source)) + ")";
    }

    // The longest, so that the command mends all of them.
    private long days(List<String> late) {
        Duration longest =
                late.stream().map(this::window).max(Comparator.naturalOrder()).orElseThrow();
        return longest.plusDays(1).minusNanos(1).toDays();
    }

    private Duration window(String source) {
        return windows.getOrDefault(source, Duration.ZERO);
    }

    private static String text(Duration duration) {
        long days = duration.toDays();
        return days > 1 && duration.equals(Duration.ofDays(days)) ? days + " days" : duration.toHours() + " h";
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        windows.forEach((source, window) -> Gauge.builder("durahook.retention.margin", () -> margin(window))
                .description("Namespace's retention minus the time for which the source may deliver again; NaN while"
                        + " it can't be known")
                .baseUnit("seconds")
                .tag("source", source)
                .register(registry));
    }

    private double margin(Duration window) {
        Duration kept = retention;
        return kept == null ? Double.NaN : kept.minus(window).toSeconds();
    }
}
