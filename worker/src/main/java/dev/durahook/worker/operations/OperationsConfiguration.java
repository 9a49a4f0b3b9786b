package dev.durahook.worker.operations;

import dev.durahook.worker.parking.StatusAttribute;
import dev.durahook.worker.policy.DeclaredPolicies;
import io.temporal.client.WorkflowClient;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The worker for what operators do with many events at once. */
@Configuration(proxyBeanMethods = false)
public class OperationsConfiguration {

    @Bean
    OperationWorkers durahookOperationWorkers(
            WorkflowClient client, DeclaredPolicies policies, StatusAttribute status) {
        return new OperationWorkers(new BulkActivities(client, policies::isDeclared), status);
    }
}
