package dev.durahook.examples.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.worker.routing.DeclaredPlans;
import dev.durahook.workflows.policy.PolicyActivities;
import dev.durahook.workflows.routing.PlannedStep;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

/**
 * The worker reads the configuration of the example that needs no code. No Temporal server listens at the address, so
 * the workers wait.
 */
class DeliveryConfigurationTest {

    private static ConfigurableApplicationContext context;

    @BeforeAll
    static void start() {
        context = new SpringApplicationBuilder(Application.class)
                .web(WebApplicationType.NONE)
                .profiles("delivery")
                .properties(
                        "CRM_SECRET=whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
                        "spring.temporal.connection.target=127.0.0.1:1")
                .run();
    }

    @AfterAll
    static void stop() {
        context.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"webhook.order_paid", "webhook.refund_made"})
    void eventIsDelivered(String type) {
        assertThat(steps(type)).containsExactly(new PlannedStep(PlannedStep.Kind.DELIVERY, "crm", "patient"));
    }

    @Test
    void otherEventIsNotDelivered() {
        assertThat(steps("webhook.order_cancelled")).isEmpty();
    }

    @Test
    void policyIsDeclared() {
        assertThat(context.getBean(PolicyActivities.class)
                        .policy("patient", null)
                        .describe())
                .isEqualTo("12 attempts, after 5s, 5m, 30m, 2h ±10%");
    }

    private static List<PlannedStep> steps(String type) {
        return context.getBean(DeclaredPlans.class).plan(type).steps();
    }

    /** An application without handlers and workflows. */
    @Configuration
    @EnableAutoConfiguration
    static class Application {}
}
