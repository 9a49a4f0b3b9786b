package dev.durahook.reliability.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.reliability.record.EventKind;
import java.util.List;
import org.junit.jupiter.api.Test;

class AcknowledgedTest {

    private final Acknowledged acknowledged = new Acknowledged();

    @Test
    void messagesSinceAMomentAreFound() {
        acknowledged.add(1, message("a", false));
        acknowledged.add(2, message("b", false));
        acknowledged.add(3, message("c", false));

        assertThat(acknowledged.since(2)).containsExactly(message("b", false), message("c", false));
    }

    @Test
    void messageThatWasAcknowledgedTwiceIsFoundOnce() {
        acknowledged.add(2, message("a", false));
        acknowledged.add(3, message("a", false));

        assertThat(acknowledged.since(2)).containsExactly(message("a", false));
    }

    @Test
    void forgedMessagesAreNotDeliveredAgain() {
        acknowledged.add(2, message("a", true));

        assertThat(acknowledged.since(2)).isEmpty();
    }

    private static Message message(String name, boolean forged) {
        return new Message(Sender.SHOP, List.of(name), EventKind.BOOKED, 1, 1, 1, forged);
    }
}
