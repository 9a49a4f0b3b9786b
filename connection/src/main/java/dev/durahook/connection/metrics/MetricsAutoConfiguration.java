package dev.durahook.connection.metrics;

import com.uber.m3.tally.Scope;
import io.temporal.serviceclient.MetricsTag;
import java.util.Set;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;

/** Limits the labels and the buckets of the metrics that Temporal's SDK reports to the application's registry. */
@AutoConfiguration
public class MetricsAutoConfiguration {

    @Bean
    static BeanPostProcessor durahookTemporalScopeBound() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof Scope scope
                        ? new BoundedScope(
                                scope, new LabelValueLimit(Set.of(MetricsTag.WORKFLOW_TYPE, MetricsTag.ACTIVITY_TYPE)))
                        : bean;
            }
        };
    }

    @Bean
    SdkLabels durahookTemporalSdkLabels() {
        return new SdkLabels();
    }

    /** Runs before Spring Boot's own filter, so that {@code management.metrics.distribution} overrides it. */
    @Bean
    @Order(-1)
    SdkBuckets durahookTemporalSdkBuckets() {
        return new SdkBuckets();
    }
}
