package dev.durahook.receiver;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.durahook.testsupport.temporal.RequiresTemporal;
import dev.durahook.testsupport.temporal.TemporalServer;
import io.micrometer.core.instrument.MeterRegistry;
import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An event has one workflow, even if it is delivered many times at the same moment. */
@RequiresTemporal
class DuplicatesIT {

    private static final byte[] BODY = "{\"a\":1}".getBytes(StandardCharsets.UTF_8);

    private static TemporalServer temporal;
    private static RunningReceiver receiver;
    /**
     * This receiver remembers no events, as a second or a restarted receiver would, so that every duplicate reaches
     * Temporal.
     */
    private static RunningReceiver forgetful;

    @BeforeAll
    static void start() {
        temporal = TemporalServer.start();
        receiver = RunningReceiver.on(temporal.target());
        forgetful = RunningReceiver.on(temporal.target(), "--durahook.acceptance.known-events=0");
    }

    @AfterAll
    static void stop() {
        receiver.close();
        forgetful.close();
        temporal.close();
    }

    @Test
    void ofAThousandAtOnceOneIsAcceptedAndOneWorkflowRuns() {
        List<Integer> answers = sendAtOnce("at-once", 500, receiver.sender(), forgetful.sender());

        assertThat(answers).filteredOn(status -> status == 202).hasSize(1);
        assertThat(answers).filteredOn(status -> status == 200).hasSize(999);
        assertOneRun("github:at-once");
    }

    @Test
    void closedWorkflowIsNotRunAgain() throws Exception {
        assertThat(receiver.sender().send("github", "closed", "push", BODY).statusCode())
                .isEqualTo(202);
        temporal.client().newUntypedWorkflowStub("github:closed").terminate("a test ends it");
        temporal.workflows().awaitStatus("github:closed", WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_TERMINATED);

        List<Integer> answers = sendAtOnce("closed", 100, receiver.sender(), forgetful.sender());

        assertThat(answers).hasSize(200).containsOnly(200);
        assertOneRun("github:closed");
    }

    @Test
    void aForgedDeliveryOfAKnownEventChangesNothing() throws Exception {
        receiver.sender().push("known", "{}");
        int events = temporal.workflows().history("github:known").size();

        assertThat(receiver.sender().forged("github", "known").statusCode()).isEqualTo(401);
        assertThat(forgetful.sender().forged("github", "known").statusCode()).isEqualTo(401);
        assertThat(temporal.workflows().history("github:known")).hasSize(events);
        assertOneRun("github:known");
    }

    @Test
    void ofTwoBodiesWithOneIdTheFirstIsStoredAndTheOtherIsCounted() throws Exception {
        assertThat(receiver.sender().push("changed", "{\"first\": true}").statusCode())
                .isEqualTo(202);
        assertThat(receiver.sender().push("changed", "{\"first\": false}").statusCode())
                .isEqualTo(200);
        assertThat(forgetful.sender().push("changed", "{\"first\": false}").statusCode())
                .isEqualTo(200);

        assertOneRun("github:changed");
        assertThat(temporal.workflows()
                        .history("github:changed")
                        .get(0)
                        .getWorkflowExecutionStartedEventAttributes()
                        .getInput()
                        .getPayloads(1)
                        .getData()
                        .toStringUtf8())
                .isEqualTo("{\"first\": true}");
        assertThat(receiver.beans(MeterRegistry.class))
                .anySatisfy(meters -> assertThat(meters.get("durahook.duplicates.changed")
                                .tag("source", "github")
                                .counter()
                                .count())
                        .isEqualTo(1));
    }

    @Test
    void theSameIdFromTwoSourcesIsTwoEvents() throws Exception {
        assertThat(receiver.sender().send("github", "shared", "push", BODY).statusCode())
                .isEqualTo(202);
        assertThat(receiver.sender().send("mirror", "shared", "push", BODY).statusCode())
                .isEqualTo(202);

        assertOneRun("github:shared");
        assertOneRun("mirror:shared");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 199, 200, 201, 255, 1_000, 5_000})
    void idOfAnyLengthIsOneEvent(int length) throws Exception {
        String id = "L" + length
                + "-".repeat(Math.max(0, length - 1 - Integer.toString(length).length()));

        assertOneEvent(length == 1 ? "i" : id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sha256-0", "a b", "a:b", "%2F", "../..", "a'b\"c", "a\tb"})
    void idOfAnyCharactersIsOneEvent(String id) throws Exception {
        assertOneEvent(id);
    }

    private static void assertOneEvent(String id) throws Exception {
        HttpResponse<String> first = receiver.sender().push(id, "{}");
        HttpResponse<String> again = forgetful.sender().push(id, "{}");

        assertThat(first.statusCode()).isEqualTo(202);
        assertThat(again.statusCode()).isEqualTo(200);
        String eventId =
                new ObjectMapper().readTree(first.body()).get("eventId").asText();
        assertThat(temporal.workflows().describe(eventId).getExecution().getWorkflowId())
                .isEqualTo(eventId);
    }

    private static List<Integer> sendAtOnce(String id, int each, Sender... senders) {
        List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
        for (int i = 0; i < each; i++) {
            Stream.of(senders).map(sender -> sendUntilStored(sender, id)).forEach(answers::add);
        }
        return answers.stream().map(answer -> answer.join().statusCode()).toList();
    }

    // A busy machine may not answer all of them in time, or not send all bodies in time.
    private static CompletableFuture<HttpResponse<String>> sendUntilStored(Sender sender, String id) {
        return sender.sendAsync("github", id, "push", BODY)
                .thenCompose(answer -> answer.statusCode() == 503
                        ? sendUntilStored(sender, id)
                        : CompletableFuture.completedFuture(answer));
    }

    // The first run is the only run: otherwise visibility would show another run, and the ID would lead to it.
    private static void assertOneRun(String id) {
        String run = temporal.workflows().describe(id).getExecution().getRunId();
        temporal.workflows().awaitCount("WorkflowId = '" + id + "'", 1);
        assertThat(temporal.workflows().runs(id)).containsExactly(run);
    }
}
