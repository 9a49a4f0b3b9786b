package dev.durahook.receiver.acceptance;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.google.protobuf.ByteString;
import dev.durahook.receiver.acceptance.start.Acceptance;
import dev.durahook.receiver.acceptance.start.Acceptance.Accepted;
import dev.durahook.receiver.acceptance.start.Acceptance.PreviouslyAccepted;
import dev.durahook.receiver.acceptance.start.DeadlineStore;
import dev.durahook.receiver.acceptance.start.EventStore;
import dev.durahook.receiver.acceptance.start.NewEvent;
import io.temporal.common.converter.RawValue;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.CRC32C;

/**
 * Notices an event that is delivered again with another body. The body that was stored first stays: a workflow has begun
 * with it. But if two events of a sender have one ID, the second event would be lost without any notice.
 *
 * <p>Compares with the bodies that this receiver has seen, so that a duplicate costs Temporal no call. A body is
 * noted when the event is sent to Temporal, and compared at the end of the delivery: only then is it certain which of
 * several deliveries at the same moment was stored.
 */
final class FirstBodies {

    private final Cache<String, Fingerprint> prints;

    /**
     * Remembers no body yet.
     *
     * @param maximum the number of IDs whose bodies are compared, some 100 bytes each
     */
    FirstBodies(int maximum) {
        this.prints = Caffeine.newBuilder().maximumSize(maximum).build();
    }

    /** A store that sends events to {@code store} and notes the bodies that were stored. */
    DeadlineStore noting(DeadlineStore store) {
        return (event, start) -> {
            Fingerprint own = Fingerprint.of(event.body());
            // Temporal may store an event and answer too late.
            prints.asMap().putIfAbsent(id(event), own);
            Acceptance acceptance = store.store(event, start);
            if (acceptance instanceof Accepted) {
                prints.put(id(event), own);
            }
            return acceptance;
        };
    }

    /** A store that hands events to {@code store} and compares the bodies of those that were stored before. */
    EventStore comparing(EventStore store) {
        return new EventStore() {
            @Override
            public Acceptance store(NewEvent event) {
                return compared(event, store.store(event));
            }

            @Override
            public List<Acceptance> storeAll(List<NewEvent> events) {
                List<Acceptance> stored = store.storeAll(events);
                return IntStream.range(0, events.size())
                        .mapToObj(i -> compared(events.get(i), stored.get(i)))
                        .toList();
            }
        };
    }

    private Acceptance compared(NewEvent event, Acceptance acceptance) {
        if (!(acceptance instanceof PreviouslyAccepted)) {
            return acceptance;
        }
        Fingerprint own = Fingerprint.of(event.body());
        Fingerprint first = prints.asMap().putIfAbsent(id(event), own);
        return new PreviouslyAccepted(first != null && !first.equals(own));
    }

    private static String id(NewEvent event) {
        return event.event().id();
    }

    /**
     * Length and checksum of a body. They are enough to notice another body of an honest sender. A sender who makes
     * two bodies with one checksum only hides the second body from a counter.
     *
     * @param length in bytes
     * @param checksum the CRC-32C of the bytes
     */
    private record Fingerprint(int length, long checksum) {

        static Fingerprint of(RawValue body) {
            ByteString bytes = body.getPayload().getData();
            CRC32C checksum = new CRC32C();
            checksum.update(bytes.asReadOnlyByteBuffer());
            return new Fingerprint(bytes.size(), checksum.getValue());
        }
    }
}
