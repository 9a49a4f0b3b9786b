package dev.durahook.reliability.load;

import java.util.LinkedHashSet;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Remembers when each message was acknowledged, so that senders can be asked to deliver some of them again. */
final class Acknowledged {

    private final Queue<Acknowledgement> acknowledgements = new ConcurrentLinkedQueue<>();

    private record Acknowledgement(long moment, Message message) {}

    void add(long moment, Message message) {
        acknowledgements.add(new Acknowledgement(moment, message));
    }

    /**
     * The genuine messages that were acknowledged at or after a moment, each once.
     *
     * @param moment in microseconds since 1970
     */
    Set<Message> since(long moment) {
        Set<Message> found = new LinkedHashSet<>();
        acknowledgements.stream()
                .filter(acknowledged -> acknowledged.moment() >= moment
                        && !acknowledged.message().forged())
                .forEach(acknowledged -> found.add(acknowledged.message()));
        return found;
    }
}
