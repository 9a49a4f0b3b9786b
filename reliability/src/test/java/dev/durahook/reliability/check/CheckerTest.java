package dev.durahook.reliability.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.reliability.record.BodyHash;
import dev.durahook.reliability.record.EventKind;
import dev.durahook.reliability.record.Records;
import dev.durahook.reliability.record.SeenEffect;
import dev.durahook.reliability.record.SentDelivery;
import dev.durahook.reliability.record.StoredEvent;
import dev.durahook.reliability.record.StoredEvent.State;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Plants each kind of violation into the records of a clean run. */
class CheckerTest {

    private static final int ORDER = 7;

    private final List<SentDelivery> deliveries = new ArrayList<>();
    private final List<StoredEvent> stored = new ArrayList<>();
    private final List<SeenEffect> effects = new ArrayList<>();
    private final Set<String> notReplayed = new HashSet<>();

    CheckerTest() {
        for (EventKind kind : EventKind.values()) {
            send(kind, 0);
            send(kind, 503);
            send(kind, 408);
            send(kind, 202);
            if (kind == EventKind.REFUSED) {
                store(kind, State.OPEN, "**Parked**");
            } else {
                store(kind, State.COMPLETED, "");
                see(kind);
            }
        }
        deliveries.add(new SentDelivery(1, "shop:forged", EventKind.DELIVERED, ORDER, true, 401, ""));
    }

    @Test
    void cleanRunHasNoViolation() {
        CheckResult result = check();

        assertThat(result.violations()).isEmpty();
        assertThat(result.events()).isEqualTo(EventKind.values().length);
        assertThat(result.deliveries()).isEqualTo(4 * EventKind.values().length + 1);
        assertThat(result.acknowledged()).isEqualTo(EventKind.values().length);
        assertThat(result.done()).isEqualTo(EventKind.values().length - 1);
        assertThat(result.parked()).isEqualTo(1);
        assertThat(result.forgeries()).isEqualTo(1);
        assertThat(result.repeated()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void acknowledgedEventThatTemporalDoesNotHold(EventKind kind) {
        stored.removeIf(event -> event.eventId().equals(id(kind)));

        assertOnly(ViolationKind.NOT_STORED, id(kind));
    }

    @ParameterizedTest
    @EnumSource
    void completedEventThatItsDestinationHasNotSeen(EventKind kind) {
        effects.removeIf(effect -> effect.eventId().equals(id(kind)));
        stored.removeIf(event -> event.eventId().equals(id(kind)));
        store(kind, State.COMPLETED, "");

        assertOnly(ViolationKind.MISSING, id(kind));
    }

    @ParameterizedTest
    @EnumSource
    void eventThatHasFailedWithoutItsEffect(EventKind kind) {
        effects.removeIf(effect -> effect.eventId().equals(id(kind)));
        stored.removeIf(event -> event.eventId().equals(id(kind)));
        store(kind, State.ENDED_OTHERWISE, "");

        assertBoth(ViolationKind.MISSING, ViolationKind.NOT_COMPLETED, id(kind));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "REFUSED")
    void eventThatHasFailedAfterItsEffect(EventKind kind) {
        stored.removeIf(event -> event.eventId().equals(id(kind)));
        store(kind, State.ENDED_OTHERWISE, "");

        assertOnly(ViolationKind.NOT_COMPLETED, id(kind));
    }

    @Test
    void eventThatOnlyAnotherDestinationHasSeen() {
        effects.removeIf(effect -> effect.kind() == EventKind.BOOKED);
        effects.add(new SeenEffect(
                EventKind.DELIVERED, id(EventKind.BOOKED), id(EventKind.BOOKED), body(EventKind.BOOKED)));

        assertBoth(ViolationKind.MISSING, ViolationKind.ELSEWHERE, id(EventKind.BOOKED));
    }

    @ParameterizedTest
    @EnumSource(names = {"DELIVERED", "BOOKED", "SCORED"})
    void eventThatAWorkflowTookInsteadOfItsDestination(EventKind kind) {
        effects.removeIf(effect -> effect.kind() == kind);
        effects.add(new SeenEffect(EventKind.ORDERED, "7", id(kind), body(kind)));

        assertBoth(ViolationKind.MISSING, ViolationKind.ELSEWHERE, id(kind));
    }

    @ParameterizedTest
    @EnumSource(names = {"ORDERED", "BEGUN", "NOTED"})
    void eventThatTheWorkflowOfAnotherOrderTook(EventKind kind) {
        effects.removeIf(effect -> effect.kind() == kind);
        effects.add(new SeenEffect(kind, kind.workflow("8"), id(kind), body(kind)));

        assertBoth(ViolationKind.MISSING, ViolationKind.ELSEWHERE, id(kind));
    }

    @Test
    void eventThatAWorkflowTookAsWell() {
        effects.add(new SeenEffect(EventKind.ORDERED, "7", id(EventKind.SCORED), body(EventKind.SCORED)));

        assertOnly(ViolationKind.ELSEWHERE, id(EventKind.SCORED));
    }

    @Test
    void refusedEventThatAWorkflowTook() {
        effects.add(new SeenEffect(EventKind.ORDERED, "7", id(EventKind.REFUSED), body(EventKind.REFUSED)));
        stored.removeIf(event -> event.eventId().equals(id(EventKind.REFUSED)));
        store(EventKind.REFUSED, State.COMPLETED, "");

        assertBoth(ViolationKind.MISSING, ViolationKind.ELSEWHERE, id(EventKind.REFUSED));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "REFUSED")
    void parkedEventThatItsDestinationDoesNotRefuse(EventKind kind) {
        effects.removeIf(effect -> effect.kind() == kind);
        stored.removeIf(event -> event.eventId().equals(id(kind)));
        store(kind, State.OPEN, "**Parked**");

        assertOnly(ViolationKind.PARKED, id(kind));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "REFUSED")
    void destinationThatGotAnotherBody(EventKind kind) {
        effects.replaceAll(effect -> effect.kind() == kind ? withBody(effect, BodyHash.of("changed")) : effect);

        assertOnly(ViolationKind.CHANGED, id(kind));
    }

    @Test
    void destinationThatGotTheBodyOfAnotherEvent() {
        effects.replaceAll(
                effect -> effect.kind() == EventKind.SCORED ? withBody(effect, body(EventKind.DELIVERED)) : effect);

        assertOnly(ViolationKind.CHANGED, id(EventKind.SCORED));
    }

    @Test
    void destinationThatGotNoBody() {
        effects.replaceAll(effect -> effect.kind() == EventKind.BOOKED ? withBody(effect, "") : effect);

        assertOnly(ViolationKind.CHANGED, id(EventKind.BOOKED));
    }

    @Test
    void repeatedDeliveryWithAnotherBody() {
        effects.add(new SeenEffect(
                EventKind.DELIVERED, id(EventKind.DELIVERED), id(EventKind.DELIVERED), BodyHash.of("changed")));

        assertOnly(ViolationKind.CHANGED, id(EventKind.DELIVERED));
    }

    @Test
    void eventWhoseHistoryAWorkerCouldNotReplay() {
        notReplayed.add(id(EventKind.REFUSED));

        assertOnly(ViolationKind.NOT_REPLAYED, id(EventKind.REFUSED));
    }

    @Test
    void effectTwiceUnderOneLedgerKey() {
        see(EventKind.BOOKED);

        assertOnly(ViolationKind.LEDGER_TWICE, id(EventKind.BOOKED));
    }

    @Test
    void effectTwiceUnderTwoLedgerKeys() {
        effects.add(new SeenEffect(EventKind.BOOKED, "another key", id(EventKind.BOOKED), body(EventKind.BOOKED)));

        assertOnly(ViolationKind.LEDGER_TWICE, id(EventKind.BOOKED));
    }

    @ParameterizedTest
    @EnumSource(names = {"ORDERED", "BEGUN", "NOTED"})
    void eventHandedOverTwice(EventKind kind) {
        see(kind);

        assertOnly(ViolationKind.HANDED_OVER_TWICE, id(kind));
    }

    @ParameterizedTest
    @EnumSource(names = {"DELIVERED", "SCORED"})
    void repeatedDeliveryIsCountedAndAllowed(EventKind kind) {
        see(kind);

        assertThat(check().violations()).isEmpty();
        assertThat(check().repeated()).isEqualTo(1);
    }

    @Test
    void onlyWhatAUrlAndTheActivityGetAgainIsRepeated() {
        see(EventKind.BOOKED);
        see(EventKind.NOTED);

        assertThat(check().repeated()).isZero();
    }

    @Test
    void eventWithTwoWorkflows() {
        stored.removeIf(event -> event.eventId().equals(id(EventKind.DELIVERED)));
        stored.add(new StoredEvent(id(EventKind.DELIVERED), State.COMPLETED, 2, ""));

        assertOnly(ViolationKind.STARTED_TWICE, id(EventKind.DELIVERED));
    }

    @Test
    void forgedDeliveryThatWasAccepted() {
        deliveries.add(new SentDelivery(1, "shop:forged", EventKind.DELIVERED, ORDER, true, 202, ""));

        assertOnly(ViolationKind.FORGED, "shop:forged");
    }

    @Test
    void forgedEventThatWasSentAgainIsOneForgery() {
        deliveries.add(new SentDelivery(2, "shop:forged", EventKind.DELIVERED, ORDER, true, 401, ""));

        assertThat(check().forgeries()).isEqualTo(1);
        assertThat(check().violations()).isEmpty();
    }

    @Test
    void forgedEventThatWasAcceptedAndStoredIsOneViolation() {
        deliveries.add(new SentDelivery(1, "shop:forged", EventKind.DELIVERED, ORDER, true, 202, ""));
        stored.add(new StoredEvent("shop:forged", State.COMPLETED, 1, ""));

        assertOnly(ViolationKind.FORGED, "shop:forged");
    }

    @Test
    void forgedEventThatTemporalHolds() {
        stored.add(new StoredEvent("shop:forged", State.COMPLETED, 1, ""));

        assertOnly(ViolationKind.FORGED, "shop:forged");
    }

    @Test
    void eventThatNoSenderKnowsAtADestination() {
        effects.add(new SeenEffect(EventKind.DELIVERED, "shop:unknown", "shop:unknown", ""));

        assertOnly(ViolationKind.FORGED, "shop:unknown");
    }

    @ParameterizedTest
    @EnumSource
    void openEventWithoutAReason(EventKind kind) {
        stored.removeIf(event -> event.eventId().equals(id(kind)));
        store(kind, State.OPEN, "");

        assertOnly(ViolationKind.STUCK, id(kind));
    }

    @Test
    void openEventThatNoSenderWasToldOf() {
        deliveries.replaceAll(delivery -> delivery.kind() == EventKind.NOTED
                ? new SentDelivery(1, delivery.eventId(), EventKind.NOTED, ORDER, false, 503, body(EventKind.NOTED))
                : delivery);
        stored.removeIf(event -> event.eventId().equals(id(EventKind.NOTED)));
        store(EventKind.NOTED, State.OPEN, "");

        assertThat(check().count(ViolationKind.STUCK)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 404, 413, 429})
    void genuineDeliveryThatWasRefused(int status) {
        send(EventKind.SCORED, status);

        assertOnly(ViolationKind.REFUSED, id(EventKind.SCORED));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 302, 408, 500, 503})
    void eventThatWasNeverAccepted(int status) {
        deliveries.removeIf(delivery -> delivery.kind() == EventKind.ORDERED);
        send(EventKind.ORDERED, status);

        assertOnly(ViolationKind.NEVER_ACCEPTED, id(EventKind.ORDERED));
        assertThat(check().acknowledged()).isEqualTo(EventKind.values().length - 1);
    }

    @Test
    void lastAnswerIsSaidOfAnEventThatWasNeverAccepted() {
        deliveries.removeIf(delivery -> delivery.kind() == EventKind.ORDERED);
        send(EventKind.ORDERED, 0);
        send(EventKind.ORDERED, 503);

        assertThat(check().violations()).extracting(Violation::detail).containsExactly("503 was the last answer");
    }

    @Test
    void eventThatHasEndedIsNotParked() {
        stored.removeIf(event -> event.eventId().equals(id(EventKind.BOOKED)));
        store(EventKind.BOOKED, State.COMPLETED, "**Parked**");

        assertThat(check().parked()).isEqualTo(1);
    }

    private void send(EventKind kind, int status) {
        deliveries.add(new SentDelivery(1, id(kind), kind, ORDER, false, status, body(kind)));
    }

    private void store(EventKind kind, State state, String reason) {
        stored.add(new StoredEvent(id(kind), state, 1, reason));
    }

    private void see(EventKind kind) {
        String key = kind.isHandedOver() ? kind.workflow("" + ORDER) : id(kind) + "/step";
        effects.add(new SeenEffect(kind, key, id(kind), body(kind)));
    }

    private static SeenEffect withBody(SeenEffect effect, String body) {
        return new SeenEffect(effect.kind(), effect.key(), effect.eventId(), body);
    }

    private static String body(EventKind kind) {
        return BodyHash.of("the body of " + kind);
    }

    private static String id(EventKind kind) {
        return "shop:" + kind.type();
    }

    private CheckResult check() {
        return Checker.check(new Records(deliveries, stored, effects, notReplayed));
    }

    private void assertBoth(ViolationKind one, ViolationKind other, String eventId) {
        assertThat(check().violations())
                .extracting(violation -> violation.kind() + " " + violation.eventId())
                .containsExactly(one + " " + eventId, other + " " + eventId);
    }

    private void assertOnly(ViolationKind kind, String eventId) {
        assertThat(check().violations())
                .extracting(violation -> violation.kind() + " " + violation.eventId())
                .containsExactly(kind + " " + eventId);
    }
}
