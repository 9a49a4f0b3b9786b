package dev.durahook.reliability.load;

import java.util.LinkedHashSet;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Remembers when each message was acknowledged, so that senders can be asked to deliver some of them again. */
final class Acknowledged {

    private final Queue<Entry> entries = new ConcurrentLinkedQueue<>();

    private record Entry(long moment, Message message) {}

    void add(long moment, Message message) {
        entries.add(new Entry(moment, message));
    }

    /**
     * The genuine messages that were acknowledged at or after a moment, each once.
     *
     * @param moment in microseconds since 1970
     */
    Set<Message> since(long moment) {
        Set<Message> found = new LinkedHashSet<>();
        entries.stream()
                .filter(entry -> entry.moment() >= moment && !entry.message().forged())
                .forEach(entry -> found.add(entry.message()));
        return found;
    }
}
