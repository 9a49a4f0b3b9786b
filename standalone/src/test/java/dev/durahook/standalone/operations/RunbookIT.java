package dev.durahook.standalone.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.durahook.testsupport.Await;
import dev.durahook.testsupport.temporal.QueriedDetails;
import dev.durahook.testsupport.temporal.RequiresTemporal;
import dev.durahook.testsupport.temporal.TemporalServer;
import dev.durahook.testsupport.temporal.TemporalServerOptions;
import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.client.WorkflowNotFoundException;
import io.temporal.client.WorkflowStub;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each fault that the runbook describes is provoked, and the commands under its heading do what the page says. */
@RequiresTemporal
class RunbookIT {

    private static final String GUID = "72d3162e-cc78-11e3-81ab-4c9367dc0958";
    private static final String EVENT = "github:" + GUID;
    /** An id that JSON escapes. */
    private static final String QUOTED = "a\"gain\\";

    /** A row of {@code Pollers} in the description of a task queue: the type, and the identity of a worker. */
    private static final Pattern POLLER = Pattern.compile("activity\\s+\\S+@\\S+");

    private static final String NONE = "Dry run: 0 events";
    private static final String PARKED = "ExecutionStatus = 'Running' AND DurahookStatus = 'parked'";

    @TempDir
    private static Path folder;

    private static TemporalServerOptions options;
    private static TemporalServer temporal;
    private static Crm crm;
    private static Site site;

    @BeforeAll
    static void start() throws Exception {
        options = TemporalServerOptions.onFile(folder.resolve("temporal.db"))
                .withStatus()
                .withPatientTasks();
        temporal = TemporalServer.start(options);
        crm = new Crm();
        site = new Site(temporal, Files.createDirectory(folder.resolve("site")), crm.url());
    }

    @AfterAll
    static void stop() {
        site.close();
        crm.close();
        temporal.close();
    }

    /** An event of an earlier test would meet the crm that this test switches off, and would be counted. */
    @BeforeEach
    void awaitCalm() {
        crm.up();
        site.write("next", Site.SECRET);
        Await.until("no event of an earlier test is left", () -> {
            temporal.client()
                    .listExecutions(PARKED)
                    .forEach(left -> discard(left.getExecution().getWorkflowId()));
            return temporal.workflows().count("ExecutionStatus = 'Running'") == 0;
        });
    }

    private static void discard(String id) {
        try {
            temporal.client().newUntypedWorkflowStub(id).signal("discard", "left by an earlier test");
        } catch (WorkflowNotFoundException ended) {
            // Visibility lags.
        }
    }

    @Test
    void signaturesFailAfterARotation() throws Exception {
        try (Commands commands = site.commands("Signatures fail after a rotation")) {
            site.write("secret-file", "the new secret");
            Await.until(
                    "the secret is unknown",
                    () -> site.deliver("push", "rotated", "the new secret").statusCode() == 401);
            site.write(
                    "captured-request.txt",
                    "POST /webhooks/github HTTP/1.1\nX-GitHub-Event: push\nX-GitHub-Delivery: 1\n"
                            + "X-Hub-Signature-256: sha256=" + "0".repeat(64)
                            + "\nContent-Type: application/json\n\n{}");
            assertThat(commands.result(0).output()).contains("signature").doesNotContain(Site.SECRET);

            site.write("next", "the new secret");
            Await.until("the new secret passes", () -> commands.result(1).exitCode() == 0);
            site.store("push", "not-rotated");
        } finally {
            site.write("secret-file", Site.SECRET);
        }
    }

    @Test
    void aBacklog() {
        try (Commands commands = site.commands("A backlog")) {
            temporal.workflows().awaitCount("ExecutionStatus = 'Running' AND DurahookStatus IS NULL", 0);
            assertThat(commands.run(0)).contains("Total: 0");
            assertThat(commands.run(1)).contains("ApproximateBacklogCount", "Pollers", "LastAccessTime");
            // Without a worker, the rows are there as well.
            for (int queue = 1; queue <= 3; queue++) {
                int place = queue;
                Await.until(
                        "a worker polls the task queue",
                        () -> POLLER.matcher(commands.run(place)).find());
            }
        }
    }

    @Test
    void anUnhandledType() throws Exception {
        try (Commands commands = site.commands("An unhandled type")) {
            site.store("ping", "ping-1");
            site.store("ping", "ping-2");
            temporal.workflows().awaitCount("WorkflowType = 'github.ping' AND ExecutionStatus = 'Completed'", 2);
            Await.until("both events are unhandled", () -> commands.run(2).contains("Dry run: 2 events would be"));
            assertThat(commands.run(0)).contains("Total: ");
            assertThat(commands.run(1)).contains("github:ping-1", "github:ping-2");

            site.close();
            site = new Site(
                    temporal,
                    folder.resolve("site"),
                    crm.url(),
                    "durahook.routes.pings.event-types=github.ping",
                    "durahook.routes.pings.destinations=crm");
            assertThat(commands.run(3)).contains("2 events were processed again");
            Await.until(
                    "the events arrive",
                    () -> crm.deliveries("github:ping-1") == 1 && crm.deliveries("github:ping-2") == 1);
            assertThat(commands.run(2)).contains("Dry run: 0 events", "was processed again before");
        }
    }

    @Test
    void aReceiverOrAWorkerIsMissing() {
        try (Commands commands = site.commands("A receiver or a worker is missing")) {
            assertThat(commands.run(0)).contains("\"UP\"");
        }
    }

    @Test
    void parkedEvents() throws Exception {
        try (Commands commands = site.commands("Parked events")) {
            crm.down();
            process();
            temporal.workflows().awaitCount(PARKED, 1);
            assertThat(commands.run(0)).contains("Total: 1");
            assertThat(commands.run(1)).contains(EVENT);
            assertThat(commands.run(2)).contains("Deliver to crm", "deliver:crm");

            crm.up();
            commands.run(3);
            temporal.workflows().awaitCount(PARKED, 0);
            assertThat(commands.run(0)).contains("Total: 0");
            completed();
        } finally {
            crm.up();
        }
    }

    @Test
    void aDestinationIsDown() throws Exception {
        try (Commands commands = site.commands("A destination is down")) {
            crm.down();
            process();
            site.store("push", "given-up");
            temporal.workflows().awaitCount(PARKED, 2);
            assertThat(commands.run(2)).contains("Total: 2");
            assertThat(commands.run(0)).contains("parked");
            assertThat(commands.run(1)).contains("Deliver to crm", "Parked");

            crm.up();
            commands.run(3);
            temporal.workflows().awaitCount(PARKED, 0);
            assertThat(commands.run(2)).contains("Total: 0");
            completed();
            temporal.workflows()
                    .awaitStatus("github:given-up", WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_COMPLETED);

            crm.down();
            site.store("push", "gone");
            temporal.workflows().awaitCount(PARKED, 1);
            assertThat(commands.run(2)).contains("Total: 1");
            commands.run(4);
            temporal.workflows().awaitCount(PARKED, 0);
            assertThat(commands.run(2)).contains("Total: 0");
            assertThat(temporal.client().newUntypedWorkflowStub("github:gone").getResult(Object.class))
                    .asString()
                    .contains("the crm is gone");
        } finally {
            crm.up();
        }
    }

    @Test
    void temporalIsDown() throws Exception {
        try (Commands commands = site.commands("Temporal is down")) {
            site.store("push", "before");
            temporal.stop();
            HttpResponse<String> answer = site.deliver("push", "meanwhile", Site.SECRET);
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
            assertThat(commands.result(0).exitCode()).isNotZero();
            Await.until(
                    "the worker is not ready",
                    () -> !commands.result(1).output().contains("\"UP\""));

            temporal.restart();
            Await.until("the worker is ready", () -> commands.run(1).contains("\"UP\""));
            assertThat(commands.run(0)).contains("SERVING");
            site.store("push", "meanwhile");
            assertThat(site.store("push", "before").statusCode()).isEqualTo(200);
            Await.until("the worker is back", () -> crm.deliveries("github:meanwhile") == 1);
        }
    }

    @Test
    void theDiskIsFull() throws Exception {
        try (Commands commands = site.commands("The disk is full")) {
            temporal.restart(options.with("--sqlite-pragma", "max_page_count=" + (pages() + 150)));
            List<String> stored = new ArrayList<>();
            HttpResponse<String> answer = Await.value("an event does not fit", () -> refused(stored));
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
            Commands health = site.commands("Temporal is down");
            Await.until("the worker is ready", () -> health.run(1).contains("\"UP\""));

            temporal.restart(options);
            site.untilStored(() -> large(stored.size()));
            assertThat(stored)
                    .isNotEmpty()
                    .allSatisfy(event -> temporal.workflows()
                            .awaitStatus(event, WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_COMPLETED));
            assertThat(commands.run(0)).contains("WorkflowExecutionRetentionTtl");
            Await.until("an event passes", () -> commands.result(1).exitCode() == 0);
        }
    }

    // Under load, a delivery may be refused because it is slow, and an event may be stored on a disk that
    // was full before.
    private static Optional<HttpResponse<String>> refused(List<String> stored) {
        HttpResponse<String> answer = large(stored.size());
        if (answer.statusCode() < 300) {
            stored.add("webhook:full-" + stored.size());
        }
        return Optional.of(answer)
                .filter(given -> given.statusCode() == 503 && temporal.output().contains("disk is full"));
    }

    @Test
    void temporalIsSlow() throws Exception {
        try (Commands commands = site.commands("Temporal is slow")) {
            temporal.pause();
            assertThat(site.deliver("push", "slow", Site.SECRET).statusCode()).isEqualTo(503);
            temporal.resume();
            assertThat(commands.run(0))
                    .contains(
                            "durahook_acceptance_limit ",
                            "durahook_acceptance_in_flight ",
                            "durahook_acceptance_waiting ");
            Await.until("Temporal answers", () -> commands.result(1).exitCode() == 0);
            Await.until("an event passes", () -> commands.result(2).exitCode() == 0);
        }
    }

    @Test
    void afterARestore() throws Exception {
        Path backup = folder.resolve("backup.db");
        try (Commands commands = site.commands("After a restore")) {
            site.store("push", "in-the-backup");
            temporal.stop();
            Files.copy(folder.resolve("temporal.db"), backup);
            temporal.restart();
            site.store("push", "since-the-backup");
            site.write(
                    "receiver.log",
                    "2026-11-24T10:00:00Z INFO 1 --- Stored: github:in-the-backup of type github.push\n"
                            + "{\"message\":\"Known: github:since-the-backup of type github.push\"}\n"
                            + "2026-11-24T10:00:01Z INFO 1 --- Stored: github:since-the-backup of type github.push\n"
                            + "2026-11-24T10:00:02Z WARN 1 --- Not stored: github:refused of type github.push, answered 503\n");
            assertThat(commands.run(1)).isEmpty();

            temporal.restart(TemporalServerOptions.onFile(backup));
            assertThat(commands.run(0)).contains("WorkflowExecutionRetentionTtl");
            assertThat(commands.run(1)).isEqualTo("github:since-the-backup\n");
            site.store("push", "since-the-backup");
            assertThat(commands.run(1)).isEmpty();
        } finally {
            temporal.restart(options);
        }
    }

    private static HttpResponse<String> large(int number) {
        return site.deliver("full-" + number, 60_000);
    }

    private static long pages() throws IOException {
        return Files.size(folder.resolve("temporal.db")) / 4096;
    }

    @Test
    void findAnEvent() throws Exception {
        try (Commands commands = site.commands("Find an event")) {
            process();
            assertThat(commands.run(0)).contains(EVENT, "StaticSummary");
            Await.until("the event is found", () -> commands.run(1).contains(EVENT));
            assertThat(commands.run(2)).contains(EVENT);
            assertThat(commands.run(3)).contains("input[0].type: github.push", "input[1].");
            assertThat(site.untilStored(() -> site.deliver("order 17", 1)).body())
                    .contains('"' + commands.run(4).strip() + '"');
            completed();
        }
    }

    @Test
    void processEventsAgain() throws Exception {
        try (Commands commands = site.commands("Process events again")) {
            process();
            completed();
            long before = crm.deliveries(EVENT);
            assertThat(commands.run(3)).contains("Resetting workflow");
            Await.until("the event arrives again", () -> crm.deliveries(EVENT) == before + 1);
            completed();

            site.store("push", QUOTED);
            Await.until("the event arrives", () -> crm.deliveries("github:" + QUOTED) == 1);
            Await.until("the event is found", () -> !commands.run(0).contains(NONE));
            assertThat(crm.deliveries("github:" + QUOTED)).isEqualTo(1);
            assertThat(commands.run(1)).contains("was processed again before", "processed again.");
            // Events that have not completed at the first call are processed by the next call, and no event is
            // processed twice.
            Await.until("the event arrives again", () -> {
                commands.run(1);
                return crm.deliveries("github:" + QUOTED) == 2;
            });
            assertThat(site.store("push", QUOTED).statusCode()).isEqualTo(200);
            assertThat(commands.run(0)).contains(NONE);
            assertThat(commands.run(2)).doesNotContain(NONE, "was processed again before");
            assertThat(crm.deliveries(EVENT)).isEqualTo(before + 1);
            assertThat(temporal.client().fetchHistory("github:" + QUOTED).toJson(false))
                    .contains("the chat lost a day");
        }
    }

    @Test
    void whoRetriedWhat() throws Exception {
        Commands retry = site.commands("A destination is down");
        try (Commands commands = site.commands("Who retried what")) {
            crm.down();
            process();
            // Events of earlier tests may be parked as well, so the test looks at this event only.
            WorkflowStub event = temporal.client().newUntypedWorkflowStub(EVENT);
            Await.until("it is parked", () -> details(event).startsWith("**Parked"));
            // The command below finds the event by its status, which is there a moment later.
            temporal.workflows().awaitCount("WorkflowId = '" + EVENT + "' AND DurahookStatus = 'parked'", 1);
            crm.up();
            retry.run(3);
            completed();
            assertThat(commands.run(0))
                    .containsPattern("WorkflowExecutionSignaled -+\\s+eventTime: \\S+\\s+identity: temporal-cli:\\S+");
            // The list has the batches of other tests as well, and may lag.
            Await.until("a batch has completed", () -> commands.run(1).contains("Completed"));
            Await.until(
                    "the newest batch is that of this test",
                    () -> commands.run(2).contains("\"reason\": \"the crm is back\""));
            assertThat(commands.run(2)).contains("\"identity\": \"temporal-cli:");
        } finally {
            crm.up();
        }
    }

    @Test
    void aBadDeploy() throws Exception {
        // A first attempt that times out would be listed under another category than a failure.
        try (TemporalServer other = TemporalServer.start(TemporalServerOptions.inMemory()
                        .withPatientTasks()
                        // The default is five failures, which take minutes.
                        .withDynamicConfig("system.numConsecutiveWorkflowTaskProblemsToTriggerSearchAttribute", "1"));
                Commands commands = site.commands("A bad deploy").on(other.target())) {
            Deploys deploys = new Deploys(other.client(), EVENT);
            deploys.under(Release.Deployed.class, deploys::awaitWaiting);
            commands.run(2);
            Path history = folder.resolve("site/github.push.json");
            Replays.replay(history, Release.Deployed.class);
            assertThatThrownBy(() -> Replays.replay(history, Release.Changed.class))
                    .hasStackTraceContaining("NonDeterministicException");

            deploys.under(Release.Changed.class, () -> {
                deploys.approve();
                Await.until("the workflow is stuck", () -> commands.run(0).contains(EVENT));
                assertThat(commands.run(1)).contains("WorkflowTaskFailed");
            });
            deploys.under(Release.Deployed.class, () -> {
                assertThat(deploys.result()).isEqualTo("released");
                Await.until("the list is empty", () -> !commands.run(0).contains(EVENT));
            });
        }
    }

    @Test
    void anUnreadableBodyOrAFailedWorkflow() throws Exception {
        try (Commands commands = site.commands("An unreadable body or a failed workflow")) {
            // The workflow is found because it is in a package below that of the application.
            site.untilStored(
                    () -> site.deliver("{\"event\": \"numbered\", \"id\": \"unreadable\", \"number\": \"seven\"}"));
            WorkflowStub event = temporal.client().newUntypedWorkflowStub("webhook:unreadable");
            temporal.workflows().awaitCount(PARKED, 1);
            assertThat(commands.run(1)).contains("Total: 1");
            assertThat(details(event)).contains("- Key: `read-body`", "the field $.number can't be read as int");
            commands.run(0);
            // The details of two parked states may be equal. But each time an event is parked, a timer is started.
            Await.until("the event is parked again", () -> timers("webhook:unreadable") == 2);
            assertThat(details(event)).startsWith("**Parked");

            event.signal("discard", "nobody reads it");
            temporal.workflows().awaitCount(PARKED, 0);
            assertThat(commands.run(1)).contains("Total: 0");
        }
    }

    private static long timers(String workflow) {
        return temporal.client().fetchHistory(workflow).getEvents().stream()
                .filter(HistoryEvent::hasTimerStartedEventAttributes)
                .count();
    }

    private static String details(WorkflowStub event) {
        return QueriedDetails.of(event);
    }

    /** Processes the event, or processes it again. */
    private static void process() {
        if (site.store("push", GUID).statusCode() == 200) {
            site.commands("Process events again").run(3);
        }
    }

    private static void completed() {
        temporal.workflows().awaitStatus(EVENT, WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_COMPLETED);
    }
}
