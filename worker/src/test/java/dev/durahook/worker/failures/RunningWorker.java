package dev.durahook.worker.failures;

import dev.durahook.testsupport.temporal.StoredWorkflows;
import dev.durahook.testsupport.temporal.TemporalServer;
import dev.durahook.worker.WorkerApplication;
import dev.durahook.worker.slots.WarmWorkers;
import dev.durahook.workflows.TaskQueues;
import dev.durahook.workflows.handling.EventHandler;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.temporal.api.enums.v1.EventType;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowOptions;
import io.temporal.spring.boot.WorkerOptionsCustomizer;
import io.temporal.worker.WorkerFactory;
import io.temporal.worker.WorkerOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** The worker's own application in this JVM, with a handler for each policy that a test names. */
final class RunningWorker implements AutoCloseable {

    /** A policy of three attempts without a wait. */
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
     * Starts the worker.
     *
     * @param policies the policies; there is a handler for each
     * @param properties the worker's configuration
     */
    static RunningWorker start(TemporalServer server, List<String> policies, String... properties) {
        return start(server, policies, application -> {}, properties);
    }

    /** Starts the worker with another way to the server, such as a proxy. */
    static RunningWorker through(String target, TemporalServer server, List<String> policies, String... properties) {
        return start(server, target, policies, application -> {}, properties);
    }

    /** Starts it with further beans of its application. */
    static RunningWorker start(
            TemporalServer server,
            List<String> policies,
            Consumer<GenericApplicationContext> beans,
            String... properties) {
        return start(server, server.target(), policies, beans, properties);
    }

    private static RunningWorker start(
            TemporalServer server,
            String target,
            List<String> policies,
            Consumer<GenericApplicationContext> beans,
            String... properties) {
        List<String> arguments = new ArrayList<>(List.of(
                "--spring.temporal.connection.target=" + target,
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
                    .initializers(application -> beans.accept((GenericApplicationContext) application))
                    .run(arguments.toArray(String[]::new));
            return new RunningWorker(server, context);
        }
    }

    private static void register(GenericApplicationContext application, List<String> policies) {
        application.registerBean(WorkerOptionsCustomizer.class, () -> RunningWorker::withPatience);
        for (String policy : policies) {
            Scripted handler = new Scripted(policy, EVENTS);
            application.registerBean(handler.name(), EventHandler.class, () -> handler);
        }
    }

    // On a busy machine, a workflow's thread may get no CPU for a second, which the SDK would take for a deadlock.
    private static WorkerOptions.Builder withPatience(WorkerOptions.Builder options, String worker, String queue) {
        return options.setDefaultDeadlockDetectionTimeout(Duration.ofMinutes(1).toMillis());
    }

    /** Gives the worker all of its slots, as if it had run for a while. A new worker has few. */
    RunningWorker warm() {
        WarmWorkers.warm(context.getBean(WorkerFactory.class)
                .getWorker(TaskQueues.DEFAULT)
                .getWorkerOptions());
        return this;
    }

    /** Delivers an event whose type begins with the name of its policy. */
    Event deliver(String policy, Work work) {
        return deliver(server.client(), policy + ".happened", work);
    }

    /** The value of a gauge of the worker. */
    double gauge(String name) {
        return context.getBean(MeterRegistry.class).get(name).timeGauge().value();
    }

    /** How often a timer of the worker's metrics has counted, in all series with this tag. */
    long counted(String name, String tag, String value) {
        return context.getBean(MeterRegistry.class).get(name).tag(tag, value).timers().stream()
                .mapToLong(Timer::count)
                .sum();
    }

    /** A part of the worker's health. */
    Health health(String part) {
        return context.getBean(part + "HealthIndicator", HealthIndicator.class).health();
    }

    /** The value of a gauge for a task queue. */
    double gauge(String name, String taskQueue) {
        return context.getBean(MeterRegistry.class)
                .get(name)
                .tag("task_queue", taskQueue)
                .gauge()
                .value();
    }

    /** How many workflow tasks have failed, as tasks of a workflow that is not deterministic do. */
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
        return event(client, type, work).start(type);
    }

    /** Delivers an event with this body, received now, which no handler takes. */
    static Event deliver(WorkflowClient client, String type, byte[] body) {
        return event(client, type, attempt -> {
                    throw new AssertionError("no handler takes it");
                })
                .start(type, body, Instant.now());
    }

    private static Event event(WorkflowClient client, String type, Work work) {
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
        return event;
    }

    @Override
    public void close() {
        synchronized (STARTS_AND_ENDS) {
            context.close();
        }
    }
}
