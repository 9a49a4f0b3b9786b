package dev.durahook.standalone.webui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.testsupport.Await;
import dev.durahook.testsupport.temporal.TemporalServer;
import io.temporal.api.enums.v1.EventType;

/**
 * The tasks of the runbook for which it shows an input of the form. Each task begins with the events that its section
 * describes, and ends with what its section says becomes of them.
 */
final class RunbookTasks {

    static final String RETRY = "durahook.retry-parked";
    static final String DISCARD = "durahook.discard-parked";
    static final String AGAIN = "durahook.process-again";

    private static final String PARKED = "DurahookStatus = \"parked\"";
    private static final String DONE = "ExecutionStatus = \"Completed\" AND DurahookStatus IS NULL";

    private final TemporalServer temporal;
    private final Destination destination;
    private final Shop shop;
    private final Browser browser;
    private final WebUi ui;
    private int started;

    RunbookTasks(TemporalServer temporal, Destination destination, Shop shop, Browser browser, WebUi ui) {
        this.temporal = temporal;
        this.destination = destination;
        this.shop = shop;
        this.browser = browser;
        this.ui = ui;
    }

    /** Parks an event that the ledger does not take. */
    void park(String id) {
        park(id, "invoice_sent");
    }

    /** Does the task of this section with this input. */
    void carryOut(DocumentedOperation documented) {
        switch (documented.section()) {
            case "An unhandled type" -> processUnhandledEvents(documented);
            case "Parked events" -> retryEveryParkedEvent(documented);
            case "A destination is down" -> {
                if (documented.type().equals(RETRY)) {
                    retryOneDestination(documented);
                } else {
                    giveOneDestinationUp(documented);
                }
            }
            case "An unreadable body or a failed workflow" -> retryUnreadableBodies(documented);
            case "Process events again" -> processCompletedEvents(documented);
            case "Many events at once" -> countOnly(documented);
            default -> throw new AssertionError("Say here what becomes of events with the input of " + documented);
        }
    }

    private void processUnhandledEvents(DocumentedOperation documented) {
        shop.postAsGithub("pinged", "ping", "{\"zen\": \"Keep it logically awesome.\"}");
        ui.awaitFound("github:pinged", "DurahookStatus = \"unhandled\"");
        start(documented, "1 event was processed again.");
        temporal.workflows().awaitCount("WorkflowId = 'github:pinged' AND ExecutionStatus = 'Completed'", 2);
    }

    private void retryEveryParkedEvent(DocumentedOperation documented) {
        park("of-the-ledger");
        park("of-the-crm", "order_paid");
        destination.up();
        start(documented, "events were retried.", "Reason: the ledger is back", "Failed: 0");
        ui.awaitFound("webhook:of-the-ledger", DONE);
        ui.awaitFound("webhook:of-the-crm", DONE);
    }

    private void retryOneDestination(DocumentedOperation documented) {
        park("for-the-crm", "order_paid");
        park("not-for-the-crm");
        destination.up();
        start(documented, "Step: deliver:crm", "Reason: the crm is back", "Failed: 0");
        ui.awaitFound("webhook:for-the-crm", DONE);
        assertUntouched("not-for-the-crm", "deliver:crm");
    }

    private void giveOneDestinationUp(DocumentedOperation documented) {
        park("lost-for-the-crm", "order_paid");
        park("kept-for-the-ledger");
        start(documented, "Step: deliver:crm", "Reason: the crm is gone", "Failed: 0");
        ui.awaitFound("webhook:lost-for-the-crm", "DurahookStatus = \"discarded\"");
        ui.open("webhook:lost-for-the-crm", "user-metadata");
        browser.awaitText("Discarded: the crm is gone (durahook.discard-parked ");
        assertUntouched("kept-for-the-ledger", "deliver:crm");
    }

    // Nothing was deployed, so the body is still unreadable, as the section says.
    private void retryUnreadableBodies(DocumentedOperation documented) {
        shop.postAsGithub("unreadable", "push", "{\"ref\": [\"refs/heads/main\"]}");
        ui.awaitFound("github:unreadable", PARKED);
        park("readable");
        long before = timers("github:unreadable");
        start(documented, "Step: read-body", "Reason: the workflow reads forms now", "Failed: 0");
        Await.until("the event is parked again", () -> timers("github:unreadable") > before);
        ui.open("github:unreadable", "user-metadata");
        browser.awaitText("Parked: this event waits for your decision.", "Step: Read the body");
        assertUntouched("readable", "read-body");
    }

    // A parked event waits with a timer.
    private long timers(String id) {
        return temporal.workflows().count(id, EventType.EVENT_TYPE_TIMER_STARTED);
    }

    private void processCompletedEvents(DocumentedOperation documented) {
        shop.postAsGithub(
                "pushed",
                "push",
                "{\"ref\": \"refs/heads/main\", \"commits\": [], \"repository\": {\"full_name\": \"octocat/hello\"}}");
        ui.awaitFound("github:pushed", DONE);
        start(documented, "1 event was processed again.", "Reason: the chat lost a day");
        temporal.workflows().awaitCount("WorkflowId = 'github:pushed' AND ExecutionStatus = 'Completed'", 2);
    }

    private void countOnly(DocumentedOperation documented) {
        start(documented, "Dry run: 0 events would be retried. Nothing was changed.", "Step: deliver:crm");
    }

    /** Types the input into the form as it stands in the runbook, and waits for these texts on the operation's page. */
    private void start(DocumentedOperation documented, String... texts) {
        String id = "runbook-" + ++started;
        ui.startWorkflow(id, documented.type(), documented.input());
        ui.open(id, "user-metadata");
        browser.awaitText(texts);
    }

    // The event got the signal too, and says so.
    private void assertUntouched(String id, String step) {
        ui.awaitFound("webhook:" + id, PARKED);
        ui.open("webhook:" + id, "user-metadata");
        assertThat(browser.awaitText("Parked: this event waits for your decision.", step))
                .contains("Step: Deliver to ledger");
    }

    private void park(String id, String type) {
        destination.down();
        shop.post(id, type);
        ui.awaitFound("webhook:" + id, PARKED);
    }
}
