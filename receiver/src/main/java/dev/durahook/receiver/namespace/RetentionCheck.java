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
 * Compares the namespace's retention with the time within which a source may deliver an event again. An event that is
 * delivered again after Temporal has deleted its workflow is processed twice.
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
                "Namespace {} keeps a workflow for {} after it has closed, but these sources may deliver an event again"
                        + " later, and it would then be processed twice: {}. Run: {}",
                server.namespace(),
                text(kept),
                late.stream().map(this::named).collect(Collectors.joining(", ")),
                server.commands().setRetention(days(late)));
    }

    private String named(String source) {
        return source + " (" + text(window(source)) + ")";
    }

    // The longest time, so that one command is enough for all sources.
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
                .description("Namespace's retention minus the time within which the source may deliver an event again;"
                        + " NaN while"
                        + " the retention is unknown")
                .baseUnit("seconds")
                .tag("source", source)
                .register(registry));
    }

    private double margin(Duration window) {
        Duration kept = retention;
        return kept == null ? Double.NaN : kept.minus(window).toSeconds();
    }
}
