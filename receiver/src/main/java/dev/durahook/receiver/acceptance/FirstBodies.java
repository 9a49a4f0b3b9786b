package dev.durahook.receiver.acceptance;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.durahook.receiver.acceptance.start.Acceptance;
import dev.durahook.receiver.acceptance.start.Acceptance.Accepted;
import dev.durahook.receiver.acceptance.start.Acceptance.PreviouslyAccepted;
import dev.durahook.receiver.acceptance.start.EventStore;
import dev.durahook.receiver.acceptance.start.NewEvent;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Notices an event that is delivered again with another body. The body that was stored first stays: a workflow has begun
 * with it. But if two events of a sender have one ID, the second one would be lost unseen.
 *
 * <p>Compares with the bodies that this receiver has seen, so that a duplicate costs Temporal no call.
 */
final class FirstBodies implements EventStore {

    private final EventStore store;
    private final Cache<String, BodyFingerprint> prints;

    /**
     * Wraps a store.
     *
     * @param maximum the number of IDs whose bodies are compared, some 100 bytes each
     */
    FirstBodies(EventStore store, int maximum) {
        this.store = store;
        this.prints = Caffeine.newBuilder().maximumSize(maximum).build();
    }

    @Override
    public Acceptance store(NewEvent event) {
        Comparison comparison = begin(event);
        return comparison.end(store.store(event));
    }

    @Override
    public List<Acceptance> storeAll(List<NewEvent> events) {
        List<Comparison> comparisons = events.stream().map(this::begin).toList();
        List<Acceptance> stored = store.storeAll(events);
        return IntStream.range(0, events.size())
                .mapToObj(i -> comparisons.get(i).end(stored.get(i)))
                .toList();
    }

    // The body is kept before the event is stored, so that a duplicate at the same moment is compared too.
    private Comparison begin(NewEvent event) {
        String id = event.event().id();
        BodyFingerprint own = BodyFingerprint.of(event.body());
        return new Comparison(id, own, prints.asMap().putIfAbsent(id, own));
    }

    private final class Comparison {

        private final String id;
        private final BodyFingerprint own;
        private final @Nullable BodyFingerprint first;

        Comparison(String id, BodyFingerprint own, @Nullable BodyFingerprint first) {
            this.id = id;
            this.own = own;
            this.first = first;
        }

        Acceptance end(Acceptance acceptance) {
            if (acceptance instanceof Accepted) {
                prints.put(id, own);
            }
            boolean isOther = first != null && !first.equals(own);
            return acceptance instanceof PreviouslyAccepted && isOther ? new PreviouslyAccepted(true) : acceptance;
        }
    }
}
