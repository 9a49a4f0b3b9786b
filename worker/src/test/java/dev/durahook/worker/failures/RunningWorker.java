package dev.durahook.worker.failures;

import dev.durahook.testsupport.temporal.StoredWorkflows;
import dev.durahook.testsupport.temporal.TemporalServer;
import dev.durahook.worker.WorkerApplication;
import dev.durahook.workflows.TaskQueues;
import dev.durahook.workflows.handling.EventHandler;
import io.micrometer.core.instrument.MeterRegistry;
import io.temporal.api.enums.v1.EventType;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** The worker's own application in this JVM, with a handler for each policy that a test names. */
final class RunningWorker implements AutoCloseable {

    /** A policy of three attempts that follow at once. */
    static final String QUICK = "quick";

    // Tests run beside each other, and an application that starts or ends sets up the log of the whole JVM.
    private static final Object STARTS_AND_ENDS = new Object();
    private static final AtomicInteger DELIVERED = new AtomicInteger();
    private static final Map<String, Event> EVENTS = new ConcurrentHashMap<>();

    private final TemporalServer server;
    private final ConfigurableApplicationContext context;

    private RunningWorker(TemporalServer server, ConfigurableApplicationContext context) {
        this.server = server;
        this.context = context;
    }

    /**
     * Starts it.
     *
     * @param policies those that there are handlers for
     * @param properties its configuration
     */
    static RunningWorker start(TemporalServer server, List<String> policies, String... properties) {
        List<String> arguments = new ArrayList<>(List.of(
                "--spring.temporal.connection.target=" + server.target(),
                "--spring.main.banner-mode=off",
                "--durahook.worker.shutdown-timeout=5s",
                "--durahook.policies.quick.initial-interval=100ms",
                "--durahook.policies.quick.backoff-coefficient=1",
                "--durahook.policies.quick.maximum-attempts=3"));
        for (String property : properties) {
            arguments.add("--" + property);
        }
        synchronized (STARTS_AND_ENDS) {
            ConfigurableApplicationContext context = new SpringApplicationBuilder(WorkerApplication.class)
                    .web(WebApplicationType.NONE)
                    .initializers(application -> register((GenericApplicationContext) application, policies))
                    .run(arguments.toArray(String[]::new));
            return new RunningWorker(server, context);
        }
    }

    private static void register(GenericApplicationContext application, List<String> policies) {
        for (String policy : policies) {
            Scripted handler = new Scripted(policy, EVENTS);
            application.registerBean(handler.name(), EventHandler.class, () -> handler);
        }
    }

    /** Delivers an event whose type begins with the name of its policy. */
    Event deliver(String policy, Work work) {
        return deliver(server.client(), policy + ".happened", work);
    }

    /** What a gauge of its metrics shows. */
    double gauge(String name) {
        return context.getBean(MeterRegistry.class).get(name).timeGauge().value();
    }

    /** A part of its health. */
    Health health(String part) {
        return context.getBean(part + "HealthIndicator", HealthIndicator.class).health();
    }

    /** What a gauge shows of a task queue. */
    double gauge(String name, String taskQueue) {
        return context.getBean(MeterRegistry.class)
                .get(name)
                .tag("task_queue", taskQueue)
                .gauge()
                .value();
    }

    /** How many tasks of workflows have failed, as those do that are not deterministic. */
    long failedWorkflowTasks() {
        StoredWorkflows workflows = server.workflows();
        return server.client()
                .listExecutions("")
                .mapToLong(stored -> workflows.count(
                        stored.getExecution().getWorkflowId(), EventType.EVENT_TYPE_WORKFLOW_TASK_FAILED))
                .sum();
    }

    /** Delivers an event of any type, without a worker. */
    static Event deliver(WorkflowClient client, String type, Work work) {
        String id = "test:" + DELIVERED.incrementAndGet();
        Event event = new Event(
                client.newUntypedWorkflowStub(
                        type,
                        WorkflowOptions.newBuilder()
                                .setWorkflowId(id)
                                .setTaskQueue(TaskQueues.DEFAULT)
                                .build()),
                work);
        EVENTS.put(id, event);
        return event.start(type);
    }

    @Override
    public void close() {
        synchronized (STARTS_AND_ENDS) {
            context.close();
        }
    }
}
