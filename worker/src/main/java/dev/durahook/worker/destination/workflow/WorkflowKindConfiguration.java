package dev.durahook.worker.destination.workflow;

import dev.durahook.worker.destination.Destinations;
import dev.durahook.worker.destination.workflow.namespace.NamespaceClients;
import io.temporal.client.WorkflowClient;
import io.temporal.serviceclient.WorkflowServiceStubs;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Adds workflows to the kinds of destinations. */
@Configuration(proxyBeanMethods = false)
public class WorkflowKindConfiguration {

    @Bean
    NamespaceClients durahookNamespaceClients(
            ObjectProvider<WorkflowClient> client, ObjectProvider<WorkflowServiceStubs> connection) {
        return new NamespaceClients(client::getObject, connection::getObject);
    }

    @Bean
    WorkflowKind durahookWorkflowKind(NamespaceClients clients) {
        return new WorkflowKind(clients);
    }

    @Bean
    NamespaceCheck durahookNamespaceCheck(Destinations destinations, NamespaceClients clients) {
        return new NamespaceCheck(destinations, clients);
    }
}
