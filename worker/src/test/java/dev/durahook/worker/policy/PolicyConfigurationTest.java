package dev.durahook.worker.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.connection.server.PayloadLimit;
import dev.durahook.testsupport.temporal.MemoryStorage;
import io.temporal.client.WorkflowClientOptions;
import org.junit.jupiter.api.Test;
import org.springframework.util.function.SingletonSupplier;

class PolicyConfigurationTest {

    @Test
    void valuesHaveTheLimitOfTheServer() {
        assertThat(limit(WorkflowClientOptions.getDefaultInstance())).isEqualTo(2 * 1024 * 1024);
    }

    // The storage may leave a payload to Temporal, however large.
    @Test
    void valuesHaveNoLimitIfTheClientMayStoreThemElsewhere() {
        assertThat(limit(WorkflowClientOptions.newBuilder()
                        .setExternalStorage(new MemoryStorage().from(10))
                        .build()))
                .isEqualTo(Long.MAX_VALUE);
    }

    private static long limit(WorkflowClientOptions options) {
        return new PolicyConfiguration()
                .durahookSentPayloads(new ClientConverter(SingletonSupplier.of(options)), new PayloadLimit())
                .limit()
                .getAsLong();
    }
}
