package dev.durahook.connection.server;

import io.temporal.client.WorkflowClient;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Watches the server behind the connection, and runs the application's checks of it. */
@Configuration(proxyBeanMethods = false)
public class ServerConfiguration {

    @Bean
    ServerReport durahookTemporalServerReport() {
        return new ServerReport();
    }

    @Bean
    ServerWatch durahookTemporalServerWatch(
            WorkflowClient client,
            ObjectProvider<ServerCheck> checks,
            ObjectProvider<ServerAnswerCache> caches,
            ServerContactListener contact) {
        return new ServerWatch(
                client, checks.orderedStream().toList(), caches.orderedStream().toList(), contact);
    }
}
