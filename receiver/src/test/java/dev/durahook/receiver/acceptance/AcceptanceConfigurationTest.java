package dev.durahook.receiver.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.durahook.connection.configuration.InvalidConfigurationException;
import dev.durahook.receiver.acceptance.start.EventStore;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.common.converter.DefaultDataConverter;
import io.temporal.common.converter.JacksonJsonPayloadConverter;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** A data converter of the application that can't write events stops the start of a receiver without a worker. */
class AcceptanceConfigurationTest {

    // No server listens there, and none is asked.
    private final WorkflowServiceStubs stubs = WorkflowServiceStubs.newServiceStubs(
            WorkflowServiceStubsOptions.newBuilder().setTarget("127.0.0.1:1").build());

    @AfterEach
    void close() {
        stubs.shutdownNow();
    }

    @Test
    void converterThatWritesEventsIsTaken() {
        receiver(JacksonJsonPayloadConverter.newDefaultObjectMapper())
                .run(context -> assertThat(context).hasSingleBean(EventStore.class));
    }

    @Test
    void converterThatCanNotWriteEventsStopsTheStart() {
        receiver(new ObjectMapper())
                .run(context -> assertThat(context.getStartupFailure())
                        .rootCause()
                        .isInstanceOf(InvalidConfigurationException.class)
                        .hasMessageStartingWith("The application's DataConverter can't write and read events: ")
                        .hasMessageContaining("WebhookEvent[\"receivedAt\"]"));
    }

    private ApplicationContextRunner receiver(ObjectMapper mapper) {
        WorkflowClientOptions options = WorkflowClientOptions.newBuilder()
                .setDataConverter(DefaultDataConverter.newDefaultInstance()
                        .withPayloadConverterOverrides(new JacksonJsonPayloadConverter(mapper)))
                .build();
        return new ApplicationContextRunner()
                .withUserConfiguration(AcceptanceConfiguration.class)
                .withBean(WorkflowClient.class, () -> WorkflowClient.newInstance(stubs, options));
    }
}
