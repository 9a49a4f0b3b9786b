package dev.durahook.worker.destination.workflow.namespace;

import static org.assertj.core.api.Assertions.assertThat;

import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.common.SimplePlugin;
import io.temporal.common.converter.DefaultDataConverter;
import io.temporal.common.interceptors.WorkflowClientInterceptor;
import io.temporal.common.interceptors.WorkflowClientInterceptorBase;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class NamespaceClientsTest {

    // Nothing is called.
    private final WorkflowServiceStubs connection = WorkflowServiceStubs.newServiceStubs(
            WorkflowServiceStubsOptions.newBuilder().setTarget("127.0.0.1:1").build());

    private final WorkflowClientInterceptor interceptor = new WorkflowClientInterceptorBase();
    private final WorkflowClientInterceptor ofAPlugin = new WorkflowClientInterceptorBase();
    private final WorkflowClient own = WorkflowClient.newInstance(
            connection,
            WorkflowClientOptions.newBuilder()
                    .setNamespace("payments")
                    .setIdentity("worker-7")
                    .setDataConverter(DefaultDataConverter.newDefaultInstance())
                    .setInterceptors(interceptor)
                    .setPlugins(SimplePlugin.newBuilder("tracing")
                            .addClientInterceptors(ofAPlugin)
                            .build())
                    .build());

    private final NamespaceClients clients = new NamespaceClients(() -> own, () -> connection);

    @AfterEach
    void close() {
        connection.shutdownNow();
    }

    @Test
    void workersOwnNamespaceHasTheWorkersOwnClient() {
        assertThat(clients.of(null)).isSameAs(own);
        assertThat(clients.of("payments")).isSameAs(own);
        assertThat(clients.isOwn("payments")).isTrue();
        assertThat(clients.isOwn("shop")).isFalse();
    }

    @Test
    void otherNamespaceHasOneClientWithTheOptionsOfTheWorkersOwn() {
        WorkflowClient shop = clients.of("shop");
        assertThat(clients.of("shop")).isSameAs(shop);
        assertThat(shop.getOptions().getNamespace()).isEqualTo("shop");
        assertThat(shop.getOptions().getIdentity()).isEqualTo("worker-7");
        assertThat(shop.getOptions().getDataConverter())
                .isSameAs(own.getOptions().getDataConverter());
        assertThat(shop.getWorkflowServiceStubs().getRawChannel()).isSameAs(connection.getRawChannel());
    }

    @Test
    void interceptorsAreAddedOnce() {
        assertThat(clients.of("shop").getOptions().getInterceptors())
                .containsExactly(own.getOptions().getInterceptors())
                .containsExactly(interceptor, ofAPlugin);
    }
}
