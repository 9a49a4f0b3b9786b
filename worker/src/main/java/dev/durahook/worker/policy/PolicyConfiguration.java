package dev.durahook.worker.policy;

import dev.durahook.workflows.policy.PacedRetries;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Provides the policies of {@code durahook.policies} to workflows. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PolicyConfiguration.Properties.class)
public class PolicyConfiguration {

    @Bean
    DeclaredPolicies durahookPolicies(Environment environment) {
        return DeclaredPolicies.of(environment);
    }

    @Bean
    PacedRetries durahookPacedRetries() {
        return new PacedRetries();
    }

    /**
     * The properties that hold the declared policies.
     *
     * @param policies policies by name; the policy named {@code default} applies to every step that names no policy
     */
    @ConfigurationProperties("durahook")
    record Properties(@DefaultValue Map<String, PolicyProperties> policies) {}
}
