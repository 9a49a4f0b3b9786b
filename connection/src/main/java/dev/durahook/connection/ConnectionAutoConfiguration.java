package dev.durahook.connection;

import dev.durahook.connection.outage.OutageConfiguration;
import dev.durahook.connection.profile.ProfileConfiguration;
import dev.durahook.connection.server.ServerConfiguration;
import io.temporal.spring.boot.autoconfigure.RootNamespaceAutoConfiguration;
import io.temporal.spring.boot.autoconfigure.ServiceStubsAutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Import;

/** Configures the connection to Temporal in every application that uses Temporal's Spring Boot starter. */
@AutoConfiguration(before = {ServiceStubsAutoConfiguration.class, RootNamespaceAutoConfiguration.class})
@ConditionalOnProperty(name = "spring.temporal.test-server.enabled", havingValue = "false", matchIfMissing = true)
@Import({ProfileConfiguration.class, OutageConfiguration.class, ServerConfiguration.class})
public class ConnectionAutoConfiguration {}
