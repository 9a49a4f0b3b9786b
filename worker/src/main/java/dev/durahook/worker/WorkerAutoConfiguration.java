package dev.durahook.worker;

import dev.durahook.worker.delivery.DeliveryConfiguration;
import dev.durahook.worker.delivery.DestinationWorkers;
import dev.durahook.workflows.processing.DefaultWorkflow;
import dev.durahook.workflows.processing.DiscardInterceptor;
import io.temporal.client.WorkflowClient;
import io.temporal.spring.boot.autoconfigure.RootNamespaceAutoConfiguration;
import io.temporal.spring.boot.autoconfigure.template.WorkersTemplate;
import io.temporal.worker.Worker;
import io.temporal.worker.WorkerFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;

/**
 * The worker, for any Spring Boot application that depends on {@code durahook-worker}. The starter finds the
 * application's own workflows and activities; this adds what Durahook brings to the same workers.
 */
@AutoConfiguration(after = RootNamespaceAutoConfiguration.class)
@EnableConfigurationProperties({WorkerProperties.Worker.class, WorkerProperties.Policies.class})
@Import(DeliveryConfiguration.class)
public class WorkerAutoConfiguration {

    @Bean
    WorkerLifecycle durahookWorkerLifecycle(
            WorkersTemplate workers,
            WorkerProperties.Worker properties,
            DeclaredPolicies policies,
            DestinationWorkers destinations,
            StatusAttribute status) {
        // The workers of the application itself come first, so that this does not take their queues.
        workers.getWorkers();
        WorkerFactory factory = workers.getWorkerFactory();
        for (String taskQueue : properties.taskQueues()) {
            Worker worker = factory.tryGetWorker(taskQueue);
            register(worker == null ? factory.newWorker(taskQueue) : worker, policies, status);
        }
        destinations.register(factory);
        return new WorkerLifecycle(factory, status, properties.shutdownTimeout());
    }

    @Bean
    DiscardInterceptor durahookDiscardInterceptor() {
        return new DiscardInterceptor();
    }

    @Bean
    DeclaredPolicies durahookPolicies(WorkerProperties.Policies properties, Environment environment) {
        WorkerProperties.requireKnownPolicyKeys(environment);
        return new DeclaredPolicies(properties.policies());
    }

    @Bean
    StatusAttribute durahookStatusAttribute(WorkflowClient client) {
        return new StatusAttribute(
                client.getWorkflowServiceStubs(), client.getOptions().getNamespace());
    }

    @Bean
    TrimmedFailures durahookTrimmedFailures() {
        return new TrimmedFailures();
    }

    private static void register(Worker worker, DeclaredPolicies policies, StatusAttribute status) {
        worker.registerWorkflowImplementationTypes(DefaultWorkflow.class);
        worker.registerActivitiesImplementations(policies, status);
    }
}
