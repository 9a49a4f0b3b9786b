package dev.durahook.connection.outage;

import dev.durahook.connection.server.ServerWatch;
import io.grpc.ManagedChannel;
import io.temporal.client.WorkflowClient;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import io.temporal.spring.boot.TemporalOptionsCustomizer;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** Watches the calls to Temporal for outages and refusals. */
@Configuration(proxyBeanMethods = false)
public class OutageConfiguration {

    @Bean
    @Order(0)
    ReconnectCustomizer temporalReconnectCustomizer(
            StaleConnections staleConnections, ServerLossDetector serverLossDetector) {
        return new ReconnectCustomizer(staleConnections, serverLossDetector);
    }

    @Bean
    StaleConnections staleConnections() {
        return new StaleConnections();
    }

    @Bean
    ServerLossDetector serverLossDetector() {
        return new ServerLossDetector();
    }

    @Bean
    RefusedPolls refusedPolls() {
        return new RefusedPolls(System::nanoTime);
    }

    @Bean
    RefusedReports refusedReports() {
        return new RefusedReports(System::nanoTime);
    }

    @Bean
    @Order(0)
    TemporalOptionsCustomizer<WorkflowServiceStubsOptions.Builder> temporalRefusalsCustomizer(
            RefusedPolls polls, RefusedReports reports) {
        return options -> options.addGrpcClientInterceptor(polls).addGrpcClientInterceptor(reports);
    }

    @Bean
    Outages temporalOutages(WorkflowClient client) {
        return new Outages(client, System::nanoTime);
    }

    @Bean
    SystemInfoInterceptor temporalSystemInfoInterceptor(WorkflowServiceStubs stubs) {
        return new SystemInfoInterceptor(stubs);
    }

    @Bean
    SmartInitializingSingleton temporalContactWatch(
            WorkflowClient client, StaleConnections stale, ServerLossDetector losses, ServerWatch watch) {
        return () -> {
            ManagedChannel channel = client.getWorkflowServiceStubs().getRawChannel();
            stale.watch(channel);
            losses.watch(channel, watch);
        };
    }

    @Bean
    SmartInitializingSingleton temporalRefusalsWatch(
            WorkflowClient client, RefusedPolls polls, RefusedReports reports, Outages outages) {
        return () -> {
            polls.watch(client, outages);
            reports.watch(client);
        };
    }
}
