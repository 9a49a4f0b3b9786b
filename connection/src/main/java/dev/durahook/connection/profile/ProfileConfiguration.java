package dev.durahook.connection.profile;

import io.temporal.client.WorkflowClient;
import io.temporal.spring.boot.autoconfigure.properties.ConnectionProperties;
import io.temporal.spring.boot.autoconfigure.properties.TemporalProperties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;

/** Gives the connection the address, the credentials, the TLS settings and the headers of the profile. */
@Configuration(proxyBeanMethods = false)
public class ProfileConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(ProfileConfiguration.class);

    /**
     * Checks Temporal's address before any bean is made. With an invalid address the starter makes no client, and the
     * start would fail with a message about the missing client.
     */
    @Bean
    static BeanFactoryPostProcessor durahookTemporalTargetCheck(Environment environment) {
        return beans -> ConnectionTarget.require(
                TemporalEnvironment.TARGET, environment.getProperty(TemporalEnvironment.TARGET, ""));
    }

    @Bean
    TemporalProfile durahookTemporalProfile(ConfigurableEnvironment environment) {
        return TemporalProfileLoader.load(environment);
    }

    /** Runs before other customizers, so that an application's own customizers can change what this one sets. */
    @Bean
    @Order(0)
    ProfileCustomizer durahookTemporalProfileCustomizer(TemporalProfile profile, TemporalProperties properties) {
        ConnectionProperties connection = properties.getConnection();
        if (!ProfileCustomizer.decides(connection) && (profile.apiKey() != null || profile.tls() != null)) {
            LOG.warn(
                    "spring.temporal.connection.* sets credentials or TLS, so those of TEMPORAL_API_KEY, TEMPORAL_TLS*, the"
                            + " profile in the configuration file and {} are not used",
                    ConnectionKeys.API_KEY_FILE);
        }
        return new ProfileCustomizer(profile, connection);
    }

    @Bean
    @Order(0)
    CompressionCustomizer durahookTemporalCompressionCustomizer(Environment environment) {
        return new CompressionCustomizer(
                ConnectionKeys.of(environment).grpcCompression(),
                environment.getProperty(TemporalEnvironment.TARGET, ""));
    }

    @Bean
    SmartInitializingSingleton durahookTemporalConnectionReport(
            WorkflowClient client, TemporalProfile profile, TemporalProperties properties) {
        return () -> LOG.info(
                "{}",
                ConnectionSummary.of(
                        client.getWorkflowServiceStubs().getOptions(),
                        client.getOptions().getNamespace(),
                        Credentials.of(profile, properties.getConnection())));
    }
}
