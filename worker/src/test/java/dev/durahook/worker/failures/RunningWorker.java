package dev.durahook.worker.failures;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.testsupport.Await;
import dev.durahook.testsupport.temporal.StoredWorkflows;
import dev.durahook.testsupport.temporal.TemporalServer;
import dev.durahook.worker.PatientWorkers;
import dev.durahook.worker.WorkerApplication;
import dev.durahook.worker.slots.WarmWorkers;
import dev.durahook.workflows.TaskQueues;
import dev.durahook.workflows.handling.EventHandler;
import io.micrometer.core.instrument.Counter;
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
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
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

    /** How long Temporal waits for a workflow task of an event from a receiver. */
    static final Duration USUAL_TASK = Duration.ofSeconds(10);

    // Temporal counts a longer task as lost. On a machine that stands still, an attempt inside the task would
    // be made again, and a test that counts attempts would fail.
    private static final Duration PATIENT_TASK = Duration.ofMinutes(1);

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

    private static WorkerOptions.Builder withPatience(WorkerOptions.Builder options, String worker, String queue) {
        return PatientWorkers.of(options);
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
        return deliver(policy, work, PATIENT_TASK);
    }

    /** Delivers an event, and says how long Temporal waits for a workflow task. */
    Event deliver(String policy, Work work, Duration task) {
        return deliver(server.client(), policy + ".happened", work, task);
    }

    /** The value of a gauge of the worker. */
    double gauge(String name) {
        return context.getBean(MeterRegistry.class).get(name).timeGauge().value();
    }

    /** How often a timer of the worker's metrics has counted, in all series with these tags. */
    long counted(String name, String... tags) {
        return context.getBean(MeterRegistry.class).find(name).tags(tags).timers().stream()
                .mapToLong(Timer::count)
                .sum();
    }

    /** The value of a counter of the worker's metrics, in all series with these tags. */
    double count(String name, String... tags) {
        return context.getBean(MeterRegistry.class).find(name).tags(tags).counters().stream()
                .mapToDouble(Counter::count)
                .sum();
    }

    /** The value of a counter without tags that is read from a function. */
    double functionCount(String name) {
        return context.getBean(MeterRegistry.class).get(name).functionCounter().count();
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

    /**
     * Delivers events until one is parked or has ended undisturbed. A machine that stands still may lose a workflow task
     * or an attempt on its way. Temporal counts what is lost as timed out, and the handler sees fewer attempts, or more.
     */
    Event settle(String policy, Work work) {
        return undisturbed(server, () -> {
            Event event = deliver(policy, work);
            Await.until("the event is parked or has ended", event::isSettled);
            return event;
        });
    }

    /**
     * Delivers events until one has been processed undisturbed.
     *
     * @param processed delivers an event and waits until it is processed
     */
    static Event undisturbed(TemporalServer server, Supplier<Event> processed) {
        return Await.value(
                "an event of which nothing was lost",
                () -> Optional.of(processed.get()).filter(event -> lost(server, event) == 0));
    }

    /** Asserts how often an event's handler was called, but for what was lost on its way. */
    void assertAttempts(Event event, int expected) {
        int lost = lost(server, event);
        assertThat(event.attempts()).isBetween(expected - lost, expected + lost);
    }

    private static int lost(TemporalServer server, Event event) {
        return server.workflows().history(event.id()).toString().split("TIMEOUT_TYPE_START_TO_CLOSE", -1).length - 1;
    }

    /** Delivers an event of any type, without a worker. */
    static Event deliver(WorkflowClient client, String type, Work work) {
        return deliver(client, type, work, PATIENT_TASK);
    }

    /**
     * Delivers an event of any type, without a worker.
     *
     * @param task how long Temporal waits for a workflow task before it counts the task as lost
     */
    static Event deliver(WorkflowClient client, String type, Work work, Duration task) {
        return event(client, type, work, task).start(type);
    }

    /** Delivers an event with this body, received now, which no handler takes. */
    static Event deliver(WorkflowClient client, String type, byte[] body) {
        return deliver(client, type, body, PATIENT_TASK);
    }

    /** Delivers an event with this body, and says how long Temporal waits for a workflow task. */
    static Event deliver(WorkflowClient client, String type, byte[] body, Duration task) {
        Work none = attempt -> {
            throw new AssertionError("no handler takes it");
        };
        return event(client, type, none, task).start(type, body, Instant.now());
    }

    private static Event event(WorkflowClient client, String type, Work work, Duration task) {
        String id = "test:" + DELIVERED.incrementAndGet();
        Event event = new Event(
                client.newUntypedWorkflowStub(
                        type,
                        WorkflowOptions.newBuilder()
                                .setWorkflowId(id)
                                .setTaskQueue(TaskQueues.DEFAULT)
                                .setWorkflowTaskTimeout(task)
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
