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
    ReconnectCustomizer durahookTemporalReconnectCustomizer(
            StaleConnections staleConnections, ServerLossDetector serverLossDetector) {
        return new ReconnectCustomizer(staleConnections, serverLossDetector);
    }

    @Bean
    StaleConnections durahookStaleConnections() {
        return new StaleConnections();
    }

    @Bean
    ServerLossDetector durahookServerLossDetector() {
        return new ServerLossDetector();
    }

    @Bean
    RefusedPolls durahookRefusedPolls() {
        return new RefusedPolls(System::nanoTime);
    }

    @Bean
    RefusedReports durahookRefusedReports() {
        return new RefusedReports(System::nanoTime);
    }

    @Bean
    @Order(0)
    TemporalOptionsCustomizer<WorkflowServiceStubsOptions.Builder> durahookTemporalRefusalsCustomizer(
            RefusedPolls polls, RefusedReports reports) {
        return options -> options.addGrpcClientInterceptor(polls)
                .addGrpcClientInterceptor(reports)
                .addGrpcClientInterceptor(new OversizedReports());
    }

    @Bean
    Outages durahookTemporalOutages(WorkflowClient client) {
        return new Outages(client, System::nanoTime);
    }

    @Bean
    SystemInfoInterceptor durahookTemporalSystemInfoInterceptor(WorkflowServiceStubs stubs) {
        return new SystemInfoInterceptor(stubs);
    }

    @Bean
    SmartInitializingSingleton durahookTemporalContactWatch(
            WorkflowClient client, StaleConnections stale, ServerLossDetector losses, ServerWatch watch) {
        return () -> {
            ManagedChannel channel = client.getWorkflowServiceStubs().getRawChannel();
            stale.watch(channel);
            losses.watch(channel, watch);
        };
    }

    @Bean
    SmartInitializingSingleton durahookTemporalRefusalsWatch(
            WorkflowClient client, RefusedPolls polls, RefusedReports reports, Outages outages) {
        return () -> {
            polls.watch(client, outages);
            reports.watch(client);
        };
    }
}
