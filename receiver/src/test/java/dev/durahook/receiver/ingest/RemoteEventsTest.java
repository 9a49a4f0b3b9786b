package dev.durahook.receiver.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.receiver.acceptance.start.NewEvent;
import dev.durahook.testsupport.http.NewConnection;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Events whose type is listed under {@code durahook.workflows}. */
class RemoteEventsTest {

    @Test
    void typeChoosesTheTaskQueueAndNothingElse() throws IOException {
        try (StoringReceiver receiver = StoringReceiver.with(
                "durahook.sources.shop.scheme=none",
                "durahook.sources.shop.task-queue=shop",
                "durahook.sources.shop.id.pointer=/id",
                "durahook.sources.shop.type.pointer=/type",
                "durahook.workflows.orders.event-types=shop.order.*",
                "durahook.workflows.orders.task-queue=python")) {
            post(receiver, "order.paid");
            post(receiver, "paid");

            assertThat(stored(receiver, "shop:order.paid"))
                    .returns("python", NewEvent::taskQueue)
                    .returns(Map.of("durahook.workflows", "orders"), NewEvent::memo)
                    .satisfies(event -> assertThat(event.event().type()).isEqualTo("shop.order.paid"));
            assertThat(stored(receiver, "shop:paid"))
                    .returns("shop", NewEvent::taskQueue)
                    .returns(Map.of(), NewEvent::memo);
        }
    }

    private static NewEvent stored(StoringReceiver receiver, String id) {
        return receiver.store().events.get(id);
    }

    private static void post(StoringReceiver receiver, String type) throws IOException {
        assertThat(NewConnection.postJson(
                        receiver.port(), "/webhooks/shop", "{\"id\":\"" + type + "\",\"type\":\"" + type + "\"}"))
                .isEqualTo(202);
    }
}
