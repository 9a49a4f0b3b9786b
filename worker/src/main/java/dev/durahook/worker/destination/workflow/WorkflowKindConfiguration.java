package dev.durahook.worker.destination.workflow;

import io.temporal.client.WorkflowClient;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Adds workflows to the kinds of destinations. */
@Configuration(proxyBeanMethods = false)
public class WorkflowKindConfiguration {

    @Bean
    WorkflowKind durahookWorkflowKind(ObjectProvider<WorkflowClient> client) {
        return new WorkflowKind(client::getObject);
    }
}
