package dev.durahook.standalone.webui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.durahook.standalone.endtoend.PatientPrograms;
import dev.durahook.testsupport.Await;
import dev.durahook.testsupport.process.ChildProcess;
import dev.durahook.testsupport.program.RequiresChromium;
import dev.durahook.testsupport.temporal.QueriedDetails;
import dev.durahook.testsupport.temporal.RequiresTemporal;
import dev.durahook.testsupport.temporal.TemporalServer;
import dev.durahook.testsupport.temporal.TemporalServerOptions;
import io.temporal.api.workflow.v1.PendingActivityInfo;
import io.temporal.client.WorkflowStub;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A person on call opens the Web UI, understands each event, and decides with the page's own buttons. */
@RequiresTemporal
@RequiresChromium
class WebUiIT {

    private static final String PARKED = "DurahookStatus = \"parked\"";
    private static final String HOSTILE_ID = "<img/src=x/onerror=alert(3)>`[x](https://evil.example/id){runId}";

    private static final List<String> STATES = List.of(
            "webhook:parked",
            "webhook:waiting",
            "webhook:discarded",
            "webhook:unhandled",
            "webhook:retrying",
            "webhook:done");

    @TempDir
    private static Path folder;

    private static TemporalServer temporal;
    private static Destination destination;
    private static Shop shop;
    private static Browser browser;
    private static WebUi ui;

    @BeforeAll
    static void start() throws Exception {
        destination = new Destination();
        browser = new Browser();
        open();
        while (!allAreRefused()) {
            shop.close();
            temporal.close();
            open();
        }
    }

    private static void open() throws Exception {
        temporal = TemporalServer.start(TemporalServerOptions.inMemory().withUi());
        shop = new Shop(temporal, folder, destination, "patient");
        ui = new WebUi(temporal, browser);
        shop.post("done", "user_created");
        shop.post("retrying", "order_paid");
        shop.post("waiting", "order_placed");
        shop.post("unhandled", "never_heard_of");
        for (String id : List.of("parked", "to-retry", "to-discard", "to-misspell", "discarded")) {
            shop.post(id, "invoice_sent");
            ui.awaitFound("webhook:" + id, PARKED);
        }
        shop.postAsGithub(HOSTILE_ID, "issues", """
                {"action": "<script>alert(4)</script>", "sender": {"login": "[y](https://evil.example/login)"},
                 "repository": {"full_name": "octocat/hello"}, "issue": {"number": 7}}
                """);
        temporal.client().newUntypedWorkflowStub("webhook:discarded").signal("discard", "a test of the sender's");
        ui.awaitFound("webhook:discarded", "DurahookStatus = \"discarded\"");
        ui.awaitFound("webhook:unhandled", "DurahookStatus = \"unhandled\"");
        ui.awaitFound("webhook:waiting", "DurahookStatus = \"waiting\"");
        ui.awaitFound("webhook:done", "ExecutionStatus = \"Completed\"");
        ui.awaitFound("github:" + HOSTILE_ID, PARKED);
    }

    // On a busy machine Temporal may lose an attempt on its way, and then a time-out is the failure.
    private static boolean allAreRefused() {
        WorkflowStub retrying = temporal.client().newUntypedWorkflowStub("webhook:retrying");
        String failure = Await.value("the failure of the first attempt", () -> lastFailure(retrying));
        String parked = QueriedDetails.of(temporal.client().newUntypedWorkflowStub("webhook:parked"));
        return failure.contains("503") && parked.contains("503");
    }

    private static Optional<String> lastFailure(WorkflowStub workflow) {
        return workflow.describe().getRawDescription().getPendingActivitiesList().stream()
                .filter(PendingActivityInfo::hasLastFailure)
                .map(activity -> activity.getLastFailure().getMessage())
                .findFirst();
    }

    @AfterAll
    static void stop() {
        browser.close();
        shop.close();
        destination.close();
        temporal.close();
    }

    @Test
    void listDistinguishesTheStates() {
        ui.openList("WorkflowId STARTS_WITH \"webhook:\"");
        browser.awaitText(
                "webhook:parked", "webhook:discarded", "webhook:unhandled", "webhook:retrying", "webhook:done");

        assertThat(browser.row("webhook:parked")).contains("Running", "parked", "webhook.invoice_sent");
        assertThat(browser.row("webhook:discarded")).contains("Completed", "discarded");
        assertThat(browser.row("webhook:unhandled")).contains("Completed", "unhandled", "webhook.never_heard_of");
        assertThat(browser.row("webhook:retrying"))
                .contains("Running", "webhook.order_paid")
                .doesNotContain("parked");
        assertThat(browser.row("webhook:done"))
                .contains("Completed", "webhook.user_created")
                .doesNotContain("unhandled");
        browser.picture("list");
    }

    static List<DocumentedQuery> queries() throws IOException {
        return DocumentedQuery.all();
    }

    @ParameterizedTest
    @MethodSource("queries")
    void documentedQueryIsTakenAndLinkedAsItIsWritten(DocumentedQuery query) {
        assertThat(query.linked()).isEqualTo(query.text());
        assertThatCode(() -> temporal.workflows().count(query.text())).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "parked, webhook:parked",
        "waits, webhook:waiting",
        "discarded, webhook:discarded",
        "unhandled, webhook:unhandled",
        "under way or retrying, webhook:retrying",
        "done, webhook:done"
    })
    void documentedQueryFindsItsStateAlone(String purpose, String id) throws IOException {
        DocumentedQuery query = DocumentedQuery.all().stream()
                .filter(documented -> documented.purpose().startsWith(purpose))
                .findFirst()
                .orElseThrow();
        List<String> found = temporal.client()
                .listExecutions(query.inTheFuture())
                .map(execution -> execution.getExecution().getWorkflowId())
                .toList();

        assertThat(found).contains(id);
        assertThat(found)
                .doesNotContainAnyElementsOf(
                        STATES.stream().filter(state -> !state.equals(id)).toList());
    }

    @Test
    void linkWithAQueryOpensTheListOfParkedEvents() {
        ui.openList(PARKED);

        assertThat(browser.awaitText("webhook:parked", "DurahookStatus"))
                .doesNotContain("webhook:unhandled", "webhook:done");
    }

    @Test
    void retryingEventSaysWhichStepAndWhenAgain() {
        ui.open("webhook:retrying", "user-metadata");
        browser.awaitText(
                "order_paid",
                "From: source webhook, not verified: it has no signature",
                "In progress.",
                "Deliver to crm: under way, policy patient: 2 attempts, after 1h ±10%");

        ui.open("webhook:retrying", "pending-activities");
        browser.awaitText("2 of 2", "Next Retry", "crm answered 503", "DestinationUnavailable");
        browser.picture("retrying");
    }

    @Test
    void parkedEventShowsTheFailureAndTheDecisions() {
        ui.open("webhook:parked", "user-metadata");
        browser.awaitText(
                "Parked: this event waits for your decision.",
                "Step: Deliver to ledger",
                "Failure: ledger answered 503",
                "Policy: once: 1 attempt",
                "Send the signal retry to run the step again",
                "More Actions");
        browser.picture("parked");
    }

    @Test
    void parkedEventSaysSoOnThePageThatOpensFirst() {
        ui.openList("WorkflowId = \"webhook:parked\"");
        browser.click("a", "webhook:parked");
        browser.awaitText(
                "Running",
                "Request Cancellation",
                "Pending Activities",
                "PARKED: Deliver to ledger · send retry or discard");
        browser.scrollTo("h2", "Timeline");
        browser.picture("timeline");
    }

    @Test
    void waitingEventShowsForWhatAndUntilWhen() {
        ui.open("webhook:waiting", "user-metadata");
        String text = browser.awaitText(
                "The workflow waits, as its author expects. No action is needed.",
                "For the payment of order 17, since ",
                " at the latest");
        assertThat(text).doesNotContain("No step is under way");

        ui.openList("WorkflowId = \"webhook:waiting\"");
        browser.click("a", "webhook:waiting");
        browser.awaitText("Running", "WAITING: the payment of order 17");
    }

    @Test
    void signalWithoutEffectSaysWhyAndShowsAWorkingInput() {
        ui.open("webhook:to-misspell", "history");
        browser.awaitText("webhook:to-misspell");
        ui.signal("retry", "{\"step\": \"deliver:legder\"}");
        ui.open("webhook:to-misspell", "user-metadata");
        browser.awaitText(
                "The signal retry of ",
                "had no effect: it names the step deliver:legder, but the parked step is deliver:ledger.",
                "This would work: {\"step\": \"deliver:ledger\"}",
                "Parked: this event waits for your decision.");
    }

    @Test
    void unhandledEventShowsTheRemedy() {
        ui.open("webhook:unhandled", "user-metadata");
        browser.awaitText(
                "Unhandled. No route, no handler and no workflow of this worker takes webhook.never_heard_of.",
                "temporal workflow reset --namespace default --workflow-id webhook:unhandled --type FirstWorkflowTask");

        ui.open("webhook:unhandled", "history");
        browser.awaitText("Completed", "\"outcome\": \"unhandled\"", "Declare a route or deploy a handler");
    }

    @Test
    void commandOfAnUnhandledEventRunsItAgain() throws Exception {
        shop.post("to-reset", "never_heard_of");
        ui.awaitFound("webhook:to-reset", "DurahookStatus = \"unhandled\"");
        ui.open("webhook:to-reset", "user-metadata");
        String command = browser.awaitText("--reason handled")
                .lines()
                .filter(line -> line.startsWith("temporal workflow reset"))
                .findFirst()
                .orElseThrow();

        ChildProcess.run(
                List.of("sh", "-c", command),
                Map.of("TEMPORAL_ADDRESS", temporal.target(), "PATH", PatientPrograms.pathIn(folder)));
        temporal.workflows().awaitCount("WorkflowId = 'webhook:to-reset'", 2);
    }

    @Test
    void completedEventShowsItsResults() {
        ui.open("webhook:done", "user-metadata");
        browser.awaitText("user_created", "Completed.", "Process the payload: done at", "processed");
    }

    @Test
    void parkedEventIsRetriedByTheButtons() {
        destination.up();
        ui.open("webhook:to-retry", "user-metadata");
        browser.awaitText("Parked: this event waits for your decision.");
        ui.signal("retry", "");

        ui.awaitFound("webhook:to-retry", "ExecutionStatus = \"Completed\" AND DurahookStatus IS NULL");
        ui.open("webhook:to-retry", "user-metadata");
        browser.awaitText("Completed.", "Deliver to ledger: done at", "retried by signal at", "ledger answered 200");
        ui.open("webhook:to-retry", "history");
        browser.awaitText("\"outcome\": \"processed\"");
    }

    @Test
    void parkedEventIsDiscardedByTheButtons() {
        // On the tab with the details, the letter r is a shortcut of the page, so it is lost from typed text.
        ui.open("webhook:to-discard", "history");
        browser.awaitText("webhook:to-discard");
        ui.signal("discard", "\"a duplicate of order 17\"");

        ui.awaitFound("webhook:to-discard", "ExecutionStatus = \"Completed\" AND DurahookStatus = \"discarded\"");
        ui.open("webhook:to-discard", "user-metadata");
        browser.awaitText("Discarded: a duplicate of order 17", "Step: Deliver to ledger", "ledger answered 503");
        ui.open("webhook:to-discard", "history");
        browser.awaitText("\"outcome\": \"discarded\"", "a duplicate of order 17");
    }

    @Test
    void textOfSendersIsNeverRendered() {
        ui.open("github:" + HOSTILE_ID, "user-metadata");
        String text = browser.awaitText(
                "octocat/hello #7 by",
                "Parked: this event waits for your decision.",
                "<script>alert(1)</script><img src=x onerror=alert(2)>",
                "[click](https://evil.example/answer)",
                "https://github.com/octocat/hello/settings/hooks");

        assertThat(text).contains("**bold**").contains("{ workflowId }");
        assertThat(browser.rendered())
                .isSubsetOf("p", "ul", "li", "code", "strong", "em", "https://github.com/octocat/hello/settings/hooks");
        assertThat(browser.count("[href^='https://evil'], img[src*='evil'], img[src='x'], [onerror]"))
                .isZero();
    }
}
