package dev.durahook.receiver.ingest;

import dev.durahook.receiver.acceptance.start.Acceptance;
import dev.durahook.receiver.acceptance.start.EventStore;
import dev.durahook.receiver.acceptance.start.NewEvent;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Keeps events in memory, or gives the answer that a test sets. */
final class FakeStore implements EventStore {

    final Map<String, NewEvent> events = new LinkedHashMap<>();
    int calls;
    private final AtomicReference<@Nullable Acceptance> answer = new AtomicReference<>();

    private String refused = "";

    void answer(@Nullable Acceptance acceptance) {
        answer.set(acceptance);
    }

    /** Makes the store refuse this event only. */
    synchronized void refuse(String id) {
        refused = id;
    }

    synchronized void forget() {
        answer(null);
        refuse("");
        events.clear();
    }

    @Override
    public synchronized Acceptance store(NewEvent event) {
        calls++;
        if (event.event().id().equals(refused)) {
            return new Acceptance.NotStored(Acceptance.Cause.UNAVAILABLE, "connection refused");
        }
        Acceptance given = answer.get();
        if (given != null) {
            return given;
        }
        return events.putIfAbsent(event.event().id(), event) == null
                ? new Acceptance.Accepted()
                : new Acceptance.PreviouslyAccepted();
    }
}
