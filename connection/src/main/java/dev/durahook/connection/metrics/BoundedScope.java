package dev.durahook.connection.metrics;

import com.uber.m3.tally.Buckets;
import com.uber.m3.tally.Capabilities;
import com.uber.m3.tally.Counter;
import com.uber.m3.tally.Gauge;
import com.uber.m3.tally.Histogram;
import com.uber.m3.tally.Scope;
import com.uber.m3.tally.ScopeCloseException;
import com.uber.m3.tally.Timer;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A metrics scope of Temporal's SDK whose labels have a limited number of values. A limit in the registry would not be
 * enough, because the SDK also keeps a scope for each combination of values for ever.
 */
final class BoundedScope implements Scope {

    private final Scope scope;
    private final LabelValueLimit known;

    BoundedScope(Scope scope, LabelValueLimit known) {
        this.scope = scope;
        this.known = known;
    }

    // The SDK passes no tags for calls of Temporal's operator service.
    @Override
    public Scope tagged(@Nullable Map<String, String> tags) {
        return tags == null ? this : new BoundedScope(scope.tagged(bounded(tags)), known);
    }

    private Map<String, String> bounded(Map<String, String> tags) {
        return tags.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, tag -> known.of(tag.getKey(), tag.getValue())));
    }

    @Override
    public Scope subScope(String name) {
        return new BoundedScope(scope.subScope(name), known);
    }

    @Override
    public Counter counter(String name) {
        return scope.counter(name);
    }

    @Override
    public Gauge gauge(String name) {
        return scope.gauge(name);
    }

    @Override
    public Timer timer(String name) {
        return scope.timer(name);
    }

    // The interface declares a deprecated and a raw type.
    @SuppressWarnings({"deprecation", "rawtypes"})
    @Override
    public Histogram histogram(String name, Buckets buckets) {
        return scope.histogram(name, buckets);
    }

    @Override
    public Capabilities capabilities() {
        return scope.capabilities();
    }

    @Override
    public void close() throws ScopeCloseException {
        scope.close();
    }
}
