package dev.durahook.worker;

import dev.durahook.worker.destination.Destinations;
import dev.durahook.worker.policy.DeclaredPolicies;
import dev.durahook.worker.routing.RoutingSummary;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;

/**
 * Logs at the start what this worker does. Of a destination's URL it shows only the host, and of its secrets only their
 * number.
 */
record WorkerReport(
        WorkerProperties.Worker properties,
        DeclaredPolicies policies,
        Destinations destinations,
        RoutingSummary routing)
        implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(WorkerReport.class);

    @Override
    public void afterSingletonsInstantiated() {
        LOG.info("Task queues: {}", String.join(", ", properties.taskQueues()));
        LOG.info("Policies: {}", policies.summary());
        destinations.summaries().forEach(line -> LOG.info("{}", line));
        routing.lines().forEach(line -> LOG.info("{}", line));
    }
}
