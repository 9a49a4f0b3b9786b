package dev.durahook.standalone.webui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.testsupport.program.RequiresChromium;
import dev.durahook.testsupport.temporal.RequiresTemporal;
import dev.durahook.testsupport.temporal.TemporalServer;
import dev.durahook.testsupport.temporal.TemporalServerOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A person without a shell decides on many events, with the Web UI's own form. */
@RequiresTemporal
@RequiresChromium
class StartWorkflowFormIT {

    @TempDir
    private static Path folder;

    private static TemporalServer temporal;
    private static Destination destination;
    private static Shop shop;
    private static Browser browser;
    private static WebUi ui;
    private static RunbookTasks runbook;

    @BeforeAll
    static void start() throws Exception {
        temporal = TemporalServer.start(TemporalServerOptions.inMemory().withUi());
        destination = new Destination();
        shop = new Shop(temporal, folder, destination, "once");
        browser = new Browser();
        ui = new WebUi(temporal, browser);
        runbook = new RunbookTasks(temporal, destination, shop, browser, ui);
    }

    @AfterAll
    static void stop() {
        browser.close();
        shop.close();
        destination.close();
        temporal.close();
    }

    static List<DocumentedOperation> operations() throws IOException {
        return DocumentedOperation.all();
    }

    @ParameterizedTest
    @MethodSource("operations")
    void runbooksInputDoesWhatTheRunbookSays(DocumentedOperation documented) {
        runbook.carryOut(documented);
    }

    @Test
    void runbookNamesEachOperation() throws IOException {
        assertThat(operations())
                .hasSizeGreaterThanOrEqualTo(7)
                .extracting(DocumentedOperation::type)
                .contains(RunbookTasks.RETRY, RunbookTasks.DISCARD, RunbookTasks.AGAIN);
    }

    @Test
    void documentedLinksFillInTheForm() throws IOException {
        assertThat(DocumentedOperation.links()).hasSize(3);
        for (String link : DocumentedOperation.links()) {
            ui.open(link.replace("http://localhost:8233", temporal.uiAddress()));
            browser.awaitText("Start Workflow", "Task Queue is Active");
            assertThat(link).endsWith(browser.value("#workflowType")).contains(browser.value("#taskQueue"));
        }
    }

    @Test
    void parkedEventsAreCountedThenRetried() {
        park("to-retry-1", "to-retry-2", "to-retry-3");
        ui.startWorkflow(
                "dry",
                RunbookTasks.RETRY,
                "{\"query\": \"WorkflowId STARTS_WITH 'webhook:to-retry-'\", \"dryRun\": true}");
        ui.open("dry", "user-metadata");
        browser.awaitText("Dry run: 3 events would be retried. Nothing was changed.", "webhook:to-retry-2");

        destination.up();
        ui.startWorkflow(
                "retry",
                RunbookTasks.RETRY,
                "{\"query\": \"WorkflowId STARTS_WITH 'webhook:to-retry-'\", \"step\": \"deliver:ledger\","
                        + " \"reason\": \"the ledger is back\"}");
        ui.open("retry", "user-metadata");
        browser.awaitText("3 events were retried.", "Reason: the ledger is back", "Retried: 3", "Failed: 0");
        ui.awaitFound("webhook:to-retry-3", "ExecutionStatus = \"Completed\" AND DurahookStatus IS NULL");
        ui.open("retry", "history");
        browser.awaitText("Completed", "\"message\": \"3 events were retried.\"");
    }

    @Test
    void parkedEventsAreDiscarded() {
        park("to-give-up-1", "to-give-up-2");
        ui.startWorkflow(
                "discard",
                RunbookTasks.DISCARD,
                "{\"query\": \"WorkflowId STARTS_WITH 'webhook:to-give-up-'\", \"reason\": \"a test of the sender\"}");
        ui.awaitFound("webhook:to-give-up-2", "DurahookStatus = \"discarded\"");
        ui.open("discard", "user-metadata");
        browser.awaitText("2 events were discarded.");
        ui.open("webhook:to-give-up-1", "user-metadata");
        browser.awaitText("Discarded: a test of the sender (durahook.discard-parked discard, started by ");
    }

    @Test
    void completedEventsAreProcessedAgain() {
        shop.post("again-1", "user_created");
        ui.awaitFound("webhook:again-1", "ExecutionStatus = \"Completed\"");
        ui.startWorkflow(
                "again", RunbookTasks.AGAIN, "{\"type\": \"webhook.user_created\", \"reason\": \"the chat lost it\"}");
        ui.open("again", "user-metadata");
        browser.awaitText("1 event was processed again.");
        temporal.workflows().awaitCount("WorkflowId = 'webhook:again-1'", 2);
    }

    @Test
    void mistakeShowsAnInputThatWorks() {
        ui.startWorkflow("misspelt", RunbookTasks.RETRY, "{\"tpye\": \"webhook.invoice_sent\"}");
        ui.open("misspelt", "history");
        browser.awaitText("Failed", "tpye", "is not a known field", "An input that works:");
    }

    private static void park(String... ids) {
        Stream.of(ids).forEach(runbook::park);
    }
}
