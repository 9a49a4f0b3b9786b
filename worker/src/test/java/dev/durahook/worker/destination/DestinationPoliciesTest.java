package dev.durahook.worker.destination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.durahook.worker.WorkerContext;
import dev.durahook.workflows.policy.PolicyActivities;
import dev.durahook.workflows.policy.RetryPolicy;
import io.temporal.failure.ApplicationFailure;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** The policies that a worker gives to workflows. */
class DestinationPoliciesTest {

    private final ApplicationContextRunner worker = WorkerContext.with(
            "durahook.policies.patient.maximum-attempts=50",
            "durahook.destinations.crm.url=https://crm.example/hooks",
            "durahook.destinations.crm.signature=none",
            "durahook.destinations.crm.policy=patient",
            "durahook.destinations.audit.url=https://audit.example/",
            "durahook.destinations.audit.signature=none");

    @Test
    void policyOfADestinationIsTheOneThatItDeclaresAndHasItsName() {
        worker.run(context -> {
            PolicyActivities policies = context.getBean(PolicyActivities.class);
            RetryPolicy patient = policies.policy("patient", null);
            assertThat(patient.maximumAttempts()).isEqualTo(50);
            assertThat(patient.name()).isNull();
            assertThat(policies.policy("default", "crm")).isEqualTo(patient.withName("patient"));
            assertThat(policies.policy("default", "audit"))
                    .isEqualTo(policies.policy("default", null).withName("default"));
        });
    }

    @Test
    void destinationThatIsNotDeclaredHasThePolicyThatTheWorkflowNames() {
        worker.run(context -> {
            PolicyActivities policies = context.getBean(PolicyActivities.class);
            assertThat(policies.policy("patient", "erp")).isEqualTo(policies.policy("patient", null));
            assertThatThrownBy(() -> policies.policy("nowhere", "erp"))
                    .isInstanceOf(ApplicationFailure.class)
                    .hasMessageContaining("No policy 'nowhere'");
        });
    }
}
