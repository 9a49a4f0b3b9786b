package dev.durahook.standalone.webui;

import dev.durahook.testsupport.Await;
import dev.durahook.testsupport.temporal.TemporalServer;
import io.temporal.client.WorkflowNotFoundException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The pages of the Web UI, opened as a person opens them. */
final class WebUi {

    private static final String COLUMNS = "namespace-workflow-table-columns";

    private final TemporalServer temporal;
    private final Browser browser;
    private boolean loaded;

    WebUi(TemporalServer temporal, Browser browser) {
        this.temporal = temporal;
        this.browser = browser;
    }

    /** Opens the list with the columns that docs/operations.md recommends. */
    void openList(String query) {
        open(list(query));
    }

    /** Opens a tab of an event. */
    void open(String id, String tab) {
        open(list("") + "/" + encoded(id) + "/" + runId(id) + "/" + tab);
    }

    /**
     * Opens a page as a click on a link opens it: loading the Web UI itself takes ten times as long. Another page comes
     * in between, so that what a test reads is not the page before.
     */
    void open(String url) {
        if (!loaded) {
            browser.load(list(""));
            browser.store(
                    COLUMNS,
                    "{\"default\": [" + columns("Status", "DurahookStatus", "Type", "Workflow ID", "Start") + "]}");
            browser.load(between());
            loaded = true;
        } else {
            browser.follow(between());
        }
        Await.until("the page in between", () -> browser.heading().contains("Schedules"));
        browser.follow(url);
    }

    private String between() {
        return temporal.uiAddress() + "/namespaces/default/schedules";
    }

    /** Sends a signal by the page's own buttons. */
    void signal(String name, String input) {
        browser.click("button", "More Actions");
        browser.click("[data-testid=signal-button]", "");
        browser.click("[data-testid=signal-select-button]", "");
        browser.click("#signal-select-select [role=option]", name);
        if (!input.isEmpty()) {
            browser.type("#signal-confirmation-modal [role=textbox]", input);
        }
        browser.picture("signal");
        browser.click("#signal-confirmation-modal [data-testid=confirm-modal-button]", "Submit");
    }

    /** Starts a workflow with the form to which the page's links lead. */
    void startWorkflow(String id, String type, String input) {
        open(list("") + "/start-workflow?taskQueue=durahook-operations&workflowType=" + type);
        browser.awaitText("Task Queue is Active");
        browser.type("#workflowId", id);
        // The page fills in the input of the last workflow of this type, if there is one.
        browser.paste("[role=textbox]", input);
        // The page writes the input in several lines once it is left, which moves the button away from a click.
        browser.click("h1", "Start Workflow");
        browser.click("[data-testid=start-workflow-button]", "Start Workflow");
        Await.until(id + " is started", () -> isStarted(id));
    }

    private boolean isStarted(String id) {
        try {
            return !runId(id).isEmpty();
        } catch (WorkflowNotFoundException notYet) {
            return false;
        }
    }

    /** Waits until this query finds the event. */
    void awaitFound(String id, String query) {
        String whole = "WorkflowId = '" + id + "' AND " + query;
        Await.until(whole, () -> temporal.workflows().count(whole) == 1);
    }

    private String list(String query) {
        String ui = temporal.uiAddress() + "/namespaces/default/workflows";
        return query.isEmpty() ? ui : ui + "?query=" + encoded(query);
    }

    private String runId(String id) {
        return temporal.client()
                .newUntypedWorkflowStub(id)
                .describe()
                .getExecution()
                .getRunId();
    }

    private static String columns(String... labels) {
        return Stream.of(labels)
                .map(label -> "{\"label\": \"%s\", \"pinned\": false}".formatted(label))
                .collect(Collectors.joining(","));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
