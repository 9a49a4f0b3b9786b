package dev.durahook.reliability.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.reliability.record.EventKind;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MessagesTest {

    private static final int MANY = 3_000;

    @Test
    void sameSeedDrawsTheSameMessages() {
        assertThat(all(7)).isEqualTo(all(7)).isNotEqualTo(all(8));
    }

    @Test
    void messagesAreOfEveryKind() {
        assertThat(all(7)).extracting(Message::kind).contains(EventKind.values());
        assertThat(all(7)).extracting(Message::sender).contains(Sender.values());
        assertThat(all(7))
                .anyMatch(Message::forged)
                .anyMatch(message -> message.copies() > 1)
                .anyMatch(message -> message.names().size() > 2)
                .anyMatch(message -> message.padding() > 500_000);
    }

    @Test
    void noTwoEventsHaveOneId() {
        assertThat(all(7).stream().flatMap(message -> message.eventIds().stream()))
                .doesNotHaveDuplicates();
    }

    private static List<Message> all(long seed) {
        Messages messages = new Messages(seed, "run", 20);
        return IntStream.range(0, MANY).mapToObj(messages::of).toList();
    }
}
