package dev.durahook.workflows.body;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.workflows.WebhookEvent;
import io.temporal.api.common.v1.Payloads;
import io.temporal.api.history.v1.WorkflowExecutionStartedEventAttributes;
import io.temporal.common.converter.DefaultDataConverter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StoredStartTest {

    private static final WebhookEvent EVENT =
            new WebhookEvent("shop:1", "shop", "shop.order", Instant.EPOCH, Map.of(), null);

    private final List<Payloads> fetched = new ArrayList<>();

    // A parent may be another application's, which stores its large arguments elsewhere.
    @Test
    void onlyTheArgumentThatIsNeededIsFetched() {
        Payloads arguments = DefaultDataConverter.STANDARD_INSTANCE
                .toPayloads("an order", "a large argument")
                .orElseThrow();
        assertThat(start(arguments).isOf(EVENT)).isFalse();
        assertThat(fetched).flatExtracting(Payloads::getPayloadsList).containsExactly(arguments.getPayloads(0));
        assertThat(start(Payloads.getDefaultInstance()).isOf(EVENT)).isFalse();
        assertThat(start(Payloads.getDefaultInstance()).body()).isEmpty();
    }

    private StoredStart start(Payloads arguments) {
        return new StoredStart(
                "an-order",
                WorkflowExecutionStartedEventAttributes.newBuilder()
                        .setInput(arguments)
                        .build(),
                argument -> {
                    fetched.add(argument);
                    return argument;
                },
                DefaultDataConverter.STANDARD_INSTANCE);
    }
}
