package dev.durahook.worker.policy;

import dev.durahook.connection.server.PayloadLimit;
import dev.durahook.workflows.policy.PacedRetries;
import dev.durahook.workflows.size.SentPayloads;
import io.temporal.client.WorkflowClient;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.util.function.SingletonSupplier;

/** Provides the policies of {@code durahook.policies} to workflows. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PolicyConfiguration.DeclaredPolicyProperties.class)
public class PolicyConfiguration {

    @Bean
    DeclaredPolicies durahookPolicies(Environment environment) {
        return DeclaredPolicies.of(environment);
    }

    // The client needs the interceptors, and a workflow's thread must not ask the client.
    @Bean
    ClientConverter durahookClientConverter(ObjectProvider<WorkflowClient> client) {
        return new ClientConverter(SingletonSupplier.of(() -> client.getObject().getOptions()));
    }

    @Bean
    PayloadLimit durahookPayloadLimit() {
        return new PayloadLimit();
    }

    @Bean
    SentPayloads durahookSentPayloads(ClientConverter client, PayloadLimit limit) {
        return new SentPayloads(client::get, () -> client.hasExternalStorage() ? Long.MAX_VALUE : limit.bytes());
    }

    @Bean
    PacedRetries durahookPacedRetries(SentPayloads payloads) {
        return new PacedRetries(payloads);
    }

    /**
     * The properties that hold the declared policies.
     *
     * @param policies policies by name; the policy named default applies to every step that names no policy
     */
    @ConfigurationProperties("durahook")
    record DeclaredPolicyProperties(@DefaultValue Map<String, PolicyProperties> policies) {}
}
