package dev.durahook.workflows.replay;

import dev.durahook.workflows.body.StoredBody;
import dev.durahook.workflows.destination.DestinationQueues;
import dev.durahook.workflows.handling.HandlerActivity;
import dev.durahook.workflows.parking.EventStatus;
import dev.durahook.workflows.policy.PacedRetries;
import dev.durahook.workflows.processing.DefaultWorkflow;
import dev.durahook.workflows.processing.DiscardInterceptor;
import dev.durahook.workflows.reading.EventDataConverter;
import dev.durahook.workflows.shop.Booked.BookedWorkflow;
import dev.durahook.workflows.shop.Configuration;
import dev.durahook.workflows.shop.PaymentFailedWorkflow;
import dev.durahook.workflows.shop.ScriptedCrm;
import dev.durahook.workflows.shop.ScriptedHandler;
import dev.durahook.workflows.shop.ScriptedLedger;
import dev.durahook.workflows.shop.Shop;
import dev.durahook.workflows.shop.Unawaited;
import dev.durahook.workflows.waiting.Payment.PaymentWorkflow;
import dev.durahook.workflows.waiting.Shipment.ShipmentWorkflow;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.common.WorkflowExecutionHistory;
import io.temporal.common.converter.DefaultDataConverter;
import io.temporal.common.interceptors.WorkerInterceptor;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import io.temporal.testing.TemporalDevServer;
import io.temporal.testing.TemporalDevServerOptions;
import io.temporal.worker.Worker;
import io.temporal.worker.WorkerFactory;
import io.temporal.worker.WorkerFactoryOptions;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** A development server and the shop's worker on it. */
record RecordingWorker(
        TemporalDevServer server,
        WorkflowClient client,
        WorkerFactory factory,
        Configuration configuration,
        ScriptedLedger ledger,
        ScriptedHandler mail,
        ScriptedCrm crm)
        implements AutoCloseable {

    static final String QUEUE = "shop";

    static RecordingWorker start() {
        TemporalDevServer server = TemporalDevServer.start(TemporalDevServerOptions.newBuilder()
                .setExistingPath(cli())
                .setDownloadEnabled(false)
                .setLogLevel("error")
                .setExtraArgs(
                        "--search-attribute",
                        EventStatus.KEY.getName() + "=Keyword",
                        "--dynamic-config-value",
                        "limit.historyCount.suggestContinueAsNew=60")
                .build());
        WorkflowClient client = client(server.getTarget());
        WorkerFactory factory = WorkerFactory.newInstance(
                client,
                WorkerFactoryOptions.newBuilder()
                        .setWorkerInterceptors(new DiscardInterceptor(), new PacedRetries())
                        .build());
        RecordingWorker worker = new RecordingWorker(
                server,
                client,
                factory,
                new Configuration(),
                new ScriptedLedger(Instant::now),
                new ScriptedHandler("mail"),
                new ScriptedCrm());
        worker.register(factory.newWorker(QUEUE));
        factory.newWorker(DestinationQueues.of(Shop.CRM)).registerActivitiesImplementations(worker.crm);
        factory.start();
        return worker;
    }

    private void register(Worker worker) {
        configuration.registerStatus();
        configuration.declare(Shop.POLICY, Shop.policy(3, Duration.ofMillis(100), Duration.ofMillis(100), List.of()));
        worker.registerWorkflowImplementationTypes(
                PaymentFailedWorkflow.class,
                BookedWorkflow.class,
                Unawaited.UnawaitedWorkflow.class,
                PaymentWorkflow.class,
                ShipmentWorkflow.class,
                DefaultWorkflow.class);
        worker.registerActivitiesImplementations(
                configuration, ledger, new HandlerActivity(List.of(mail), new StoredBody(client)));
    }

    // The default identity names the machine.
    private static WorkflowClient client(String target) {
        WorkflowServiceStubs stubs = WorkflowServiceStubs.newServiceStubs(
                WorkflowServiceStubsOptions.newBuilder().setTarget(target).build());
        return WorkflowClient.newInstance(
                stubs,
                WorkflowClientOptions.newBuilder()
                        .setIdentity("recorder")
                        .setDataConverter(new EventDataConverter(DefaultDataConverter.newDefaultInstance()))
                        .build());
    }

    /** A second worker, for one version of a workflow, on a task queue of its own. */
    WorkerFactory version(String queue, Class<?> workflow, WorkerInterceptor... interceptors) {
        WorkerFactory version = WorkerFactory.newInstance(
                client,
                WorkerFactoryOptions.newBuilder()
                        .setWorkerInterceptors(interceptors)
                        .build());
        Worker worker = version.newWorker(queue);
        worker.registerWorkflowImplementationTypes(workflow);
        worker.registerActivitiesImplementations(configuration);
        version.start();
        return version;
    }

    /** How many runs the workflow of an event has had. */
    long runs(WorkflowStub workflow) {
        return client.listExecutions("WorkflowId = '" + workflow.getExecution().getWorkflowId() + "'")
                .count();
    }

    /** The history of the first run of the workflow. */
    WorkflowExecutionHistory firstRun(WorkflowStub workflow) {
        WorkflowExecution first = workflow.getExecution();
        return client.fetchHistory(first.getWorkflowId(), first.getRunId());
    }

    private static String cli() {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .map(folder -> Path.of(folder, "temporal"))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("temporal is not on PATH"))
                .toString();
    }

    @Override
    public void close() {
        factory.shutdownNow();
        client.getWorkflowServiceStubs().shutdownNow();
        server.close();
    }
}
