package dev.durahook.standalone.inmemory;

import static dev.durahook.standalone.inmemory.InMemoryApplication.details;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.durahook.testsupport.Await;
import io.temporal.client.WorkflowFailedException;
import io.temporal.client.WorkflowStub;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each kind of failure that the docs describe, on the in-memory server, without the Temporal CLI. */
class InMemoryIT {

    @TempDir
    private static Path folder;

    private static Crm crm;
    private static InMemoryApplication application;

    @BeforeAll
    static void start() throws IOException {
        crm = new Crm();
        application = new InMemoryApplication(
                folder,
                "durahook.destinations.crm.url=" + crm.url(),
                "durahook.destinations.crm.signature=none",
                "durahook.destinations.crm.policy=quick",
                // An attempt must not fail because this machine stands still.
                "durahook.destinations.crm.request-timeout=1m",
                "durahook.destinations.crm.total-timeout=1m",
                "durahook.routes.orders.event-types=webhook.order_*",
                "durahook.routes.orders.destinations=crm");
    }

    @AfterAll
    static void stop() {
        application.close();
        crm.close();
    }

    @Test
    void saysWhereItKeepsEvents() {
        assertThat(application.output()).contains("Temporal: in memory. NOTHING SURVIVES A RESTART");
    }

    @Test
    void classicExampleSimulatesItsOwnError() {
        WorkflowStub event = application.postAs(
                "user_created", "{\"event\": \"user_created\", \"id\": \"user_created\", \"data\": \"error\"}");
        Await.until(
                "the event fails",
                () -> event.describe().getRawDescription().getPendingActivitiesList().stream()
                        .anyMatch(activity ->
                                activity.getLastFailure().getMessage().equals("Simulated processing error")));
    }

    @ParameterizedTest
    @CsvSource({"fail_twice, done at 3", "fail_later, done at 2"})
    void eventIsTriedAgainUntilItSucceeds(String type, String result) {
        assertThat(result(application.post(type)).at("/steps/0/result").asText())
                .isEqualTo(result);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "fail_always|`the mail server is down` (`java.io.IOException`)|3",
                "fail_error|(`java.lang.StackOverflowError`)|3",
                "fail_refused|`no such customer` (`Refused`)|",
                "fail_unreadable|`the body can't be read as Integer` (`UnreadableBody`)|"
            })
    void eventIsParkedAndDiscarded(String type, String failure, String attempts) {
        WorkflowStub event = application.post(type);
        assertThat(parked(event)).contains("- Failure: " + failure + "\n");
        if (attempts != null) {
            assertThat(details(event)).contains("- Attempts: " + attempts + "\n");
        }
        event.signal("discard", "seen");
        assertThat(result(event).at("/steps/0/outcome").asText()).isEqualTo("discarded");
    }

    @Test
    void silentAttemptIsInterruptedAndTheEventParked() {
        assertThat(parked(application.post("silent"))).contains("start-to-close-timeout");
    }

    @Test
    void parkedDeliveryIsRetried() {
        crm.answers(503, null);
        WorkflowStub event = application.post("order_retried");
        assertThat(parked(event)).contains("crm answered 503", "DestinationUnavailable", "- Attempts: 3\n");
        crm.answers(204, null);
        event.signal("retry");
        assertThat(result(event).path("outcome").asText()).isEqualTo("processed");
    }

    @Test
    void destinationsRetryAfterIsHonoured() {
        crm.answers(503, "2");
        WorkflowStub event = application.post("order_later");
        assertThat(parked(event)).contains("crm answered 503");
        assertThat(crm.firstWait()).isGreaterThan(Duration.ofMillis(1_900));
    }

    @Test
    void typeWithoutAHandlerIsUnhandled() {
        assertThat(result(application.post("never_heard_of")).path("outcome").asText())
                .isEqualTo("unhandled");
    }

    @Test
    void stepUnderAPolicyThatIsNotDeclaredIsParked() {
        WorkflowStub event = application.post("undeclared");
        assertThat(parked(event)).contains("No policy 'nowhere'");
        crm.answers(204, null);
        event.signal("retry", "nowhere-else");
        Await.until("the details say so", () -> details(event).startsWith("**The signal `retry` of "));
        assertThat(details(event)).contains("`No policy 'nowhere-else'", "No policy 'nowhere'");
        event.signal("retry", "quick");
        assertThat(result(event).asText()).contains("crm answered 204");
    }

    @Test
    void bodyThatItsWorkflowCanNotReadIsParked() throws InterruptedException {
        WorkflowStub event = numbered("unreadable", "\"seven\"");
        assertThat(parked(event))
                .contains("`the field $.number can't be read as int` (`UnreadableBody`)")
                .doesNotContain("seven");
        String before = details(event);
        // The details show the time of parking without fractions of a second.
        TimeUnit.SECONDS.sleep(2);
        event.signal("retry");
        Await.until(
                "it is parked again",
                () -> details(event).startsWith("**Parked") && !details(event).equals(before));
        event.signal("discard", "seen");
        assertThat(result(event).path("outcome").asText()).isEqualTo("discarded");
    }

    @Test
    void workflowThatFailsIsParkedUnlessItsAuthorMeansIt() {
        WorkflowStub event = numbered("failed", "0");
        assertThat(parked(event)).contains("`nothing has the number 0` (`NothingThere`)", "- Key: `run-workflow`");
        event.signal("discard", "seen");
        assertThat(result(event).path("outcome").asText()).isEqualTo("discarded");

        assertThatThrownBy(() -> result(numbered("final", "-1"))).isInstanceOf(WorkflowFailedException.class);
        assertThat(result(numbered("good", "7")).asText()).isEqualTo("number 7");
    }

    private static WorkflowStub numbered(String id, String number) {
        return application.postAs(
                id, "{\"event\": \"numbered\", \"id\": \"%s\", \"number\": %s}".formatted(id, number));
    }

    private static String parked(WorkflowStub event) {
        Await.until("it is parked", () -> details(event).startsWith("**Parked"));
        return details(event);
    }

    private static JsonNode result(WorkflowStub event) {
        try {
            return event.getResult(Await.PATIENCE.toSeconds(), TimeUnit.SECONDS, JsonNode.class);
        } catch (TimeoutException e) {
            throw new AssertionError(details(event), e);
        }
    }
}
