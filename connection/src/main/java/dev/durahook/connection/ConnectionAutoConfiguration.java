package dev.durahook.connection;

import dev.durahook.connection.server.ServerCheck;
import dev.durahook.connection.server.ServerMemory;
import dev.durahook.connection.server.ServerReport;
import dev.durahook.connection.server.ServerWatch;
import io.temporal.client.WorkflowClient;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import io.temporal.spring.boot.TemporalOptionsCustomizer;
import io.temporal.spring.boot.autoconfigure.RootNamespaceAutoConfiguration;
import io.temporal.spring.boot.autoconfigure.ServiceStubsAutoConfiguration;
import io.temporal.spring.boot.autoconfigure.properties.ConnectionProperties;
import io.temporal.spring.boot.autoconfigure.properties.TemporalProperties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;

/** Configures the connection to Temporal in every application that uses Temporal's Spring Boot starter. */
@AutoConfiguration(before = {ServiceStubsAutoConfiguration.class, RootNamespaceAutoConfiguration.class})
@ConditionalOnProperty(name = "spring.temporal.test-server.enabled", havingValue = "false", matchIfMissing = true)
public class ConnectionAutoConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(ConnectionAutoConfiguration.class);

    /**
     * Checks Temporal's address before any bean is made. With an invalid address the starter makes no client, and the
     * start would fail with a message about the missing client.
     */
    @Bean
    static BeanFactoryPostProcessor temporalTargetCheck(Environment environment) {
        return beans -> ConnectionTarget.require(
                TemporalEnvironment.TARGET, environment.getProperty(TemporalEnvironment.TARGET, ""));
    }

    @Bean
    TemporalProfile temporalProfile(ConfigurableEnvironment environment) {
        return TemporalProfileLoader.load(environment);
    }

    /** Runs before other customizers, so that an application's own customizers can change what this one sets. */
    @Bean
    @Order(0)
    ProfileCustomizer temporalProfileCustomizer(TemporalProfile profile, TemporalProperties properties) {
        ConnectionProperties connection = properties.getConnection();
        if (!ProfileCustomizer.decides(connection) && (profile.apiKey() != null || profile.tls() != null)) {
            LOG.warn("spring.temporal.connection.* sets credentials or TLS: TEMPORAL_API_KEY and TEMPORAL_TLS* are not"
                    + " used");
        }
        return new ProfileCustomizer(profile, connection);
    }

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
    ServerReport temporalServerReport() {
        return new ServerReport();
    }

    @Bean
    ServerWatch temporalServerWatch(
            WorkflowClient client,
            ObjectProvider<ServerCheck> checks,
            ObjectProvider<ServerMemory> memories,
            Outages outages) {
        return new ServerWatch(
                client,
                checks.orderedStream().toList(),
                memories.orderedStream().toList(),
                outages);
    }

    @Bean
    SmartInitializingSingleton temporalContactWatch(
            WorkflowClient client, ServerLossDetector serverLossDetector, ServerWatch watch) {
        return () -> serverLossDetector.watch(client.getWorkflowServiceStubs().getRawChannel(), watch);
    }

    @Bean
    SmartInitializingSingleton temporalRefusalsWatch(
            WorkflowClient client, RefusedPolls polls, RefusedReports reports, Outages outages) {
        return () -> {
            polls.watch(client, outages);
            reports.watch(client);
        };
    }

    @Bean
    SmartInitializingSingleton temporalConnectionReport(
            WorkflowClient client, TemporalProfile profile, TemporalProperties properties, StaleConnections stale) {
        return () -> {
            WorkflowServiceStubs stubs = client.getWorkflowServiceStubs();
            stale.watch(stubs.getRawChannel());
            Credentials credentials = Credentials.of(profile, properties.getConnection());
            LOG.info(
                    "{}",
                    ConnectionSummary.of(stubs.getOptions(), client.getOptions().getNamespace(), credentials));
        };
    }
}
