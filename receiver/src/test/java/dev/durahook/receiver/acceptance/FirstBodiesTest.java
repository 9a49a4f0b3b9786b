package dev.durahook.receiver.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.receiver.acceptance.start.Acceptance;
import dev.durahook.receiver.acceptance.start.Acceptance.Accepted;
import dev.durahook.receiver.acceptance.start.Acceptance.Cause;
import dev.durahook.receiver.acceptance.start.Acceptance.NotStored;
import dev.durahook.receiver.acceptance.start.Acceptance.PreviouslyAccepted;
import dev.durahook.receiver.acceptance.start.EventStore;
import dev.durahook.receiver.acceptance.start.Events;
import dev.durahook.receiver.acceptance.start.NewEvent;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FirstBodiesTest {

    private static final Acceptance SAME = new PreviouslyAccepted(false);
    private static final Acceptance OTHER = new PreviouslyAccepted(true);

    private final Set<String> stored = new HashSet<>();
    private boolean down;
    private final FirstBodies bodies = new FirstBodies(new Temporal(), 10);

    @Test
    void sameBodyIsTheSameEvent() {
        assertThat(bodies.store(Events.named("1", "{\"a\":1}"))).isEqualTo(new Accepted());
        assertThat(bodies.store(Events.named("1", "{\"a\":1}"))).isEqualTo(SAME);
        assertThat(bodies.store(Events.named("2", "{\"a\":2}"))).isEqualTo(new Accepted());
    }

    @Test
    void firstBodyStaysTheOneToCompareWith() {
        bodies.store(Events.named("1", "first"));

        assertThat(bodies.store(Events.named("1", "other"))).isEqualTo(OTHER);
        assertThat(bodies.store(Events.named("1", "other"))).isEqualTo(OTHER);
        assertThat(bodies.store(Events.named("1", "first"))).isEqualTo(SAME);
    }

    @Test
    void bodyThatWasStoredCountsAndNotTheOneThatWasRefused() {
        down = true;
        assertThat(bodies.store(Events.named("1", "refused"))).isInstanceOf(NotStored.class);
        down = false;

        assertThat(bodies.store(Events.named("1", "first"))).isEqualTo(new Accepted());
        assertThat(bodies.store(Events.named("1", "first"))).isEqualTo(SAME);
        assertThat(bodies.store(Events.named("1", "refused"))).isEqualTo(OTHER);
    }

    @Test
    void eventThatAnotherReceiverHasStoredIsComparedFromItsSecondBodyOn() {
        stored.add(Events.named("1").event().id());

        assertThat(bodies.store(Events.named("1", "a"))).isEqualTo(SAME);
        assertThat(bodies.store(Events.named("1", "b"))).isEqualTo(OTHER);
    }

    @Test
    void eventsOfOneDeliveryAreComparedToo() {
        bodies.store(Events.named("1", "first"));

        assertThat(bodies.storeAll(List.of(
                        Events.named("1", "other"),
                        Events.named("2", "first"),
                        Events.named("2", "other"),
                        Events.named("1", "first"))))
                .containsExactly(OTHER, new Accepted(), OTHER, SAME);
    }

    private final class Temporal implements EventStore {

        @Override
        public Acceptance store(NewEvent event) {
            if (down) {
                return new NotStored(Cause.UNAVAILABLE, "it is down");
            }
            return stored.add(event.event().id()) ? new Accepted() : new PreviouslyAccepted();
        }
    }
}
