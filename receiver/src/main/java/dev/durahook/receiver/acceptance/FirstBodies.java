package dev.durahook.receiver.acceptance;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.durahook.receiver.acceptance.start.Acceptance;
import dev.durahook.receiver.acceptance.start.Acceptance.Accepted;
import dev.durahook.receiver.acceptance.start.Acceptance.PreviouslyAccepted;
import dev.durahook.receiver.acceptance.start.EventStore;
import dev.durahook.receiver.acceptance.start.NewEvent;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Notices an event that is delivered again with another body. The body that was stored first stays: a workflow has begun
 * with it. But if two events of a sender have one ID, the second one would be lost unseen.
 *
 * <p>Compares with the bodies that this receiver has seen, so that a duplicate costs Temporal no call.
 */
final class FirstBodies implements EventStore {

    private final EventStore store;
    private final Cache<String, BodyPrint> prints;

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
        BodyPrint mine = BodyPrint.of(event.body());
        BodyPrint first = first(event, mine);
        return compared(event, store.store(event), mine, first);
    }

    @Override
    public List<Acceptance> storeAll(List<NewEvent> events) {
        List<BodyPrint> mine =
                events.stream().map(event -> BodyPrint.of(event.body())).toList();
        List<BodyPrint> first = new ArrayList<>();
        for (int i = 0; i < events.size(); i++) {
            first.add(first(events.get(i), mine.get(i)));
        }
        List<Acceptance> stored = store.storeAll(events);
        List<Acceptance> compared = new ArrayList<>();
        for (int i = 0; i < events.size(); i++) {
            compared.add(compared(events.get(i), stored.get(i), mine.get(i), first.get(i)));
        }
        return compared;
    }

    // Kept before the event is stored, so that a duplicate at the same moment is compared too.
    private @Nullable BodyPrint first(NewEvent event, BodyPrint mine) {
        return prints.asMap().putIfAbsent(event.event().id(), mine);
    }

    private Acceptance compared(NewEvent event, Acceptance acceptance, BodyPrint mine, @Nullable BodyPrint first) {
        if (acceptance instanceof Accepted) {
            prints.put(event.event().id(), mine);
        }
        boolean other = first != null && !first.equals(mine);
        return acceptance instanceof PreviouslyAccepted && other ? new PreviouslyAccepted(true) : acceptance;
    }
}
