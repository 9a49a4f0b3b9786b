package dev.durahook.worker.inline;

import dev.durahook.connection.server.PayloadLimit;
import dev.durahook.worker.logging.LoggingAutoConfiguration;
import dev.durahook.worker.policy.ClientConverter;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.context.annotation.Bean;

/**
 * Adds the interceptor that makes first attempts inside workflow tasks, in an application with the worker. Must come
 * last, so that an attempt passes all other interceptors.
 */
@AutoConfiguration(after = LoggingAutoConfiguration.class)
@ConditionalOnBean(ClientConverter.class)
public class InlineAutoConfiguration {

    @Bean
    InlineAttempts durahookInlineAttempts(
            ObjectProvider<InlinePlaces> places, ClientConverter converter, PayloadLimit limit) {
        return new InlineAttempts(places::getObject, converter::get, limit);
    }
}
