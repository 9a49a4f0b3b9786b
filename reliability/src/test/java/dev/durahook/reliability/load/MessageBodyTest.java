package dev.durahook.reliability.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.durahook.reliability.record.BodyHash;
import dev.durahook.reliability.record.EventKind;
import dev.durahook.reliability.record.SentDelivery;
import dev.durahook.workflows.json.JsonElements;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class MessageBodyTest {

    private static final Message SINGLE =
            new Message(Sender.SHOP, List.of("run-1-0"), EventKind.ORDERED, 7, 20, 1, false);
    private static final Message BATCH =
            new Message(Sender.BANK, List.of("run-2-0", "run-2-1"), EventKind.DELIVERED, 0, 0, 1, false);

    @Test
    void bodyOfASingleEventIsTheDelivery() throws Exception {
        assertThat(MessageBody.ofEvents(SINGLE)).containsExactly(MessageBody.of(SINGLE));
        assertThat(new ObjectMapper()
                        .readTree(MessageBody.of(SINGLE))
                        .path("order")
                        .asInt())
                .isEqualTo(7);
    }

    @Test
    void bodiesOfABatchAreTheElementsOfTheDelivery() {
        byte[] delivery = MessageBody.of(BATCH).getBytes(StandardCharsets.UTF_8);

        assertThat(JsonElements.cut(delivery, "/events", 10).elements())
                .extracting(element -> new String(element, StandardCharsets.UTF_8))
                .containsExactlyElementsOf(MessageBody.ofEvents(BATCH));
    }

    @Test
    void bodyThatIsWrittenAgainIsAnotherOne() throws Exception {
        for (String body :
                List.of(MessageBody.of(SINGLE), MessageBody.ofEvents(BATCH).get(0))) {
            assertThat(new ObjectMapper().readTree(body).toString()).isNotEqualTo(body);
        }
    }

    @Test
    void eachEventIsToldWithItsOwnBody() {
        assertThat(BATCH.answered(1, 202, BATCH.bodyHashes()))
                .extracting(SentDelivery::eventId, SentDelivery::body)
                .containsExactly(tuple("bank:run-2-0", hash(0)), tuple("bank:run-2-1", hash(1)));
        assertThat(hash(0)).isNotEqualTo(hash(1));
    }

    private static String hash(int place) {
        return BodyHash.of(MessageBody.ofEvents(BATCH).get(place));
    }
}
