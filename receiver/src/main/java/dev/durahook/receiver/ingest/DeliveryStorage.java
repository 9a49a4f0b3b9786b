package dev.durahook.receiver.ingest;

import dev.durahook.receiver.acceptance.start.Acceptance;
import dev.durahook.receiver.acceptance.start.Acceptance.Accepted;
import dev.durahook.receiver.acceptance.start.Acceptance.NotStored;
import dev.durahook.receiver.acceptance.start.EventStore;
import dev.durahook.receiver.acceptance.start.NewEvent;
import dev.durahook.receiver.delivery.Headers;
import dev.durahook.receiver.identity.ExtractedEvent;
import dev.durahook.receiver.ingest.outcome.DeliveryOutcome.Receipt;
import dev.durahook.receiver.ingest.outcome.DeliveryOutcome.Stored;
import dev.durahook.receiver.ingest.outcome.DeliveryProblem;
import dev.durahook.receiver.source.Source;
import dev.durahook.receiver.text.Labels;
import dev.durahook.receiver.verification.Verdict.Verified;
import dev.durahook.workflows.EventBody;
import dev.durahook.workflows.WebhookEvent;
import dev.durahook.workflows.remote.RemoteMark;
import dev.durahook.workflows.remote.RemoteQueue;
import dev.durahook.workflows.remote.RemoteQueues;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Stores the events of a delivery. Unless all of them are stored, the sender is asked to deliver again. */
final class DeliveryStorage {

    private final EventStore store;
    private final RemoteQueues remote;
    private final InstantSource clock;

    /**
     * Stores events.
     *
     * @param remote the task queues of the events whose workflows belong to other workers
     */
    DeliveryStorage(EventStore store, RemoteQueues remote, InstantSource clock) {
        this.store = store;
        this.remote = remote;
        this.clock = clock;
    }

    Stored store(Source source, List<ExtractedEvent> events, Verified verified) throws DeliveryProblem {
        // The events of one delivery share its headers, which may be a thousand times larger than an event.
        IdentityHashMap<Headers, Map<String, String>> kept = new IdentityHashMap<>();
        List<NewEvent> fresh = events.stream()
                .map(event -> newEvent(
                        source,
                        event,
                        verified.description(),
                        kept.computeIfAbsent(
                                event.delivery().headers(), headers -> source.keptHeaders(event.delivery()))))
                .toList();
        List<Acceptance> acceptances = fresh.size() == 1 ? List.of(store.store(fresh.get(0))) : store.storeAll(fresh);
        checkStored(fresh, acceptances);
        List<Receipt> receipts = IntStream.range(0, events.size())
                .mapToObj(i -> new Receipt(events.get(i), acceptances.get(i)))
                .toList();
        return new Stored(receipts, verified.label());
    }

    private static void checkStored(List<NewEvent> events, List<Acceptance> acceptances) throws DeliveryProblem {
        List<WebhookEvent> missing = new ArrayList<>();
        List<WebhookEvent> stored = new ArrayList<>();
        NotStored first = null;
        for (int i = 0; i < events.size(); i++) {
            if (acceptances.get(i) instanceof NotStored failure) {
                missing.add(events.get(i).event());
                first = first == null ? failure : first;
            } else if (acceptances.get(i) instanceof Accepted) {
                stored.add(events.get(i).event());
            }
        }
        if (first != null) {
            String detail = events.size() == 1
                    ? first.detail()
                    : missing.size() + " of " + events.size() + " events, the first because " + first.detail();
            throw DeliveryProblem.notStored(missing, stored, Labels.of(first.cause()), detail);
        }
    }

    private NewEvent newEvent(
            Source source, ExtractedEvent extracted, String verification, Map<String, String> headers) {
        WebhookEvent event = new WebhookEvent(
                extracted.id().value(),
                source.name(),
                extracted.type(),
                clock.instant(),
                headers,
                extracted.id().original(),
                extracted.position(),
                extracted.envelope());
        Optional<RemoteQueue> remoteQueue = remote.of(extracted.type());
        return new NewEvent(
                event,
                EventBody.of(extracted.delivery().body()),
                remoteQueue.map(RemoteQueue::taskQueue).orElse(source.taskQueue()),
                remoteQueue.map(queue -> RemoteMark.memo(queue.name())).orElse(Map.of()),
                extracted.summary(),
                verification,
                extracted.deliveries(),
                source.priority().withFairnessKey(extracted.fairnessKey()));
    }
}
