package dev.durahook.reliability.check;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import dev.durahook.reliability.record.EventKind;
import dev.durahook.reliability.record.Records;
import dev.durahook.reliability.record.SeenEffect;
import dev.durahook.reliability.record.SentDelivery;
import dev.durahook.reliability.record.StoredEvent;
import dev.durahook.reliability.record.StoredEvent.State;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Compares the three records of a run. Each method finds one kind of violation. */
public final class Checker {

    private final Records records;
    private final Evidence evidence;

    private Checker(Records records) {
        this.records = records;
        this.evidence = new Evidence(records);
    }

    /** Checks the records of a run that is over: all faults have ended, and the senders had the time to deliver. */
    public static CheckResult check(Records records) {
        return new Checker(records).result();
    }

    private CheckResult result() {
        return new CheckResult(
                evidence.genuine.size(),
                records.deliveries().size(),
                evidence.acknowledged().size(),
                count(stored -> stored.state() == State.COMPLETED),
                count(StoredEvent::isParked),
                (int) records.deliveries().stream()
                        .filter(SentDelivery::forged)
                        .map(SentDelivery::eventId)
                        .distinct()
                        .count(),
                repeated(),
                violations().toList());
    }

    private Stream<Violation> violations() {
        return Stream.of(
                        notStored(),
                        missing(),
                        elsewhere(),
                        ended(),
                        changed(),
                        twice(ViolationKind.LEDGER_TWICE, kind -> kind == EventKind.BOOKED),
                        twice(ViolationKind.HANDED_OVER_TWICE, EventKind::isHandedOver),
                        startedTwice(),
                        forged(),
                        stuck(),
                        parked(),
                        notReplayed(),
                        refused(),
                        neverAccepted())
                .flatMap(found -> found);
    }

    private Stream<Violation> notStored() {
        return evidence.acknowledged().stream()
                .filter(id -> !evidence.stored.containsKey(id))
                .map(id -> new Violation(ViolationKind.NOT_STORED, id, evidence.kind(id) + " is not in Temporal"));
    }

    // An event that must be parked, and has ended without a decision, is missing as well.
    private Stream<Violation> missing() {
        return records.stored().stream()
                .filter(stored -> stored.state() != State.OPEN && evidence.genuine.containsKey(stored.eventId()))
                .filter(stored -> !evidence.wasSeen(stored.eventId()))
                .map(stored -> new Violation(
                        ViolationKind.MISSING,
                        stored.eventId(),
                        evidence.kind(stored.eventId()) + " is " + stored.state() + " without its effect"));
    }

    private Stream<Violation> elsewhere() {
        return records.effects().stream()
                .filter(effect -> evidence.genuine.containsKey(effect.eventId()) && !evidence.isInPlace(effect))
                .map(effect -> new Violation(
                        ViolationKind.ELSEWHERE,
                        effect.eventId(),
                        evidence.kind(effect.eventId()) + " was seen as " + effect.kind() + " at " + effect.key()));
    }

    private Stream<Violation> ended() {
        return records.stored().stream()
                .filter(stored ->
                        stored.state() == State.ENDED_OTHERWISE && evidence.genuine.containsKey(stored.eventId()))
                .map(stored -> new Violation(
                        ViolationKind.NOT_COMPLETED, stored.eventId(), evidence.kind(stored.eventId()) + " has ended"));
    }

    private Stream<Violation> changed() {
        return records.effects().stream()
                .filter(effect -> evidence.genuine.containsKey(effect.eventId()))
                .filter(effect -> !evidence.wasSent(effect.eventId(), effect.body()))
                .map(effect ->
                        new Violation(ViolationKind.CHANGED, effect.eventId(), "SHA-256 '" + effect.body() + "'"));
    }

    // Counted by event, and not by key: versions that disagree about the key would repeat the effect under another key.
    private Stream<Violation> twice(ViolationKind violation, Predicate<EventKind> isOfKind) {
        return records.effects().stream()
                .filter(effect -> isOfKind.test(effect.kind()))
                .collect(groupingBy(SeenEffect::eventId, TreeMap::new, mapping(SeenEffect::key, toList())))
                .entrySet()
                .stream()
                .filter(event -> event.getValue().size() > 1)
                .map(event -> new Violation(violation, event.getKey(), "under " + event.getValue()));
    }

    private Stream<Violation> startedTwice() {
        return records.stored().stream()
                .filter(stored -> stored.starts() > 1)
                .map(stored ->
                        new Violation(ViolationKind.STARTED_TWICE, stored.eventId(), stored.starts() + " workflows"));
    }

    private Stream<Violation> forged() {
        Stream<String> accepted = records.deliveries().stream()
                .filter(delivery -> delivery.forged() && delivery.isAcknowledged())
                .map(SentDelivery::eventId);
        Stream<String> known = Stream.concat(
                        records.stored().stream().map(StoredEvent::eventId),
                        records.effects().stream().map(SeenEffect::eventId))
                .filter(id -> !evidence.genuine.containsKey(id));
        return Stream.concat(accepted, known)
                .distinct()
                .map(id -> new Violation(ViolationKind.FORGED, id, "no sender has signed it"));
    }

    private Stream<Violation> stuck() {
        return records.stored().stream()
                .filter(stored -> stored.state() == State.OPEN && !stored.isParked())
                .map(stored -> new Violation(ViolationKind.STUCK, stored.eventId(), "open, without a reason"));
    }

    // A run sets no limit to attempts, so only an event that its destination refuses may wait for a decision.
    private Stream<Violation> parked() {
        return records.stored().stream()
                .filter(stored -> stored.isParked() && evidence.genuine.containsKey(stored.eventId()))
                .filter(stored -> evidence.kind(stored.eventId()) != EventKind.REFUSED)
                .map(stored -> new Violation(ViolationKind.PARKED, stored.eventId(), stored.reason()));
    }

    private Stream<Violation> notReplayed() {
        return records.notReplayed().stream()
                .map(id -> new Violation(ViolationKind.NOT_REPLAYED, id, "a worker's log says so"));
    }

    private Stream<Violation> refused() {
        return records.deliveries().stream()
                .filter(delivery -> !delivery.forged() && delivery.isRefused())
                .map(delivery ->
                        new Violation(ViolationKind.REFUSED, delivery.eventId(), "answered " + delivery.status()));
    }

    private Stream<Violation> neverAccepted() {
        return evidence.genuine.entrySet().stream()
                .filter(event -> !evidence.isAcknowledged(event.getKey()))
                .map(event -> new Violation(
                        ViolationKind.NEVER_ACCEPTED, event.getKey(), last(event.getValue()) + " was the last answer"));
    }

    private static int last(List<SentDelivery> deliveries) {
        return deliveries.get(deliveries.size() - 1).status();
    }

    private int count(Predicate<StoredEvent> isCounted) {
        return (int) records.stored().stream().filter(isCounted).count();
    }

    private int repeated() {
        List<String> keys = records.effects().stream()
                .filter(effect -> effect.kind() == EventKind.DELIVERED || effect.kind() == EventKind.SCORED)
                .map(effect -> effect.kind() + " " + effect.eventId())
                .toList();
        return keys.size() - (int) keys.stream().distinct().count();
    }
}
