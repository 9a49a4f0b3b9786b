package dev.durahook.receiver;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.durahook.testsupport.Await;
import dev.durahook.testsupport.temporal.RequiresTemporal;
import dev.durahook.testsupport.temporal.TemporalServer;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A delivery of several events is acknowledged only when each event has its workflow, and each event has one workflow.
 */
@RequiresTemporal
class SeveralEventsIT {

    /** Takes Temporal longer than the deadline of a receiver that is impatient. */
    private static final int LARGE = 200;

    private static TemporalServer temporal;
    private static RunningReceiver receiver;
    /**
     * This receiver remembers no events, as a second or a restarted receiver would, so that every duplicate reaches
     * Temporal.
     */
    private static RunningReceiver forgetful;
    /** This receiver gives up before Temporal can have stored many events. */
    private static RunningReceiver impatient;

    @BeforeAll
    static void start() {
        temporal = TemporalServer.start();
        receiver = receiver();
        forgetful = receiver("--durahook.acceptance.known-events=0");
        impatient = receiver("--durahook.acceptance.timeout=100ms", "--durahook.acceptance.concurrency=8");
    }

    @AfterAll
    static void stop() {
        receiver.close();
        forgetful.close();
        impatient.close();
        temporal.close();
    }

    @Test
    void eachEventHasItsWorkflowAndItsOwnBytes() throws Exception {
        HttpResponse<String> answer = send(receiver, events("own", 50));

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(ids(answer)).hasSize(50);
        temporal.workflows().awaitCount("WorkflowType = 'shop.own'", 50);
        assertThat(input("shop:own-7", 1)).isEqualTo("{\"id\":\"own-7\", \"type\":\"own\"}");
        assertThat(input("shop:own-7", 0)).contains("\"position\":7");
    }

    @Test
    void theSameDeliveryAgainStartsNothing() throws Exception {
        send(receiver, events("again", 20));

        assertThat(send(receiver, events("again", 20)).statusCode()).isEqualTo(200);
        assertThat(send(forgetful, events("again", 20)).statusCode()).isEqualTo(200);
        temporal.workflows().awaitCount("WorkflowType = 'shop.again'", 20);
    }

    @Test
    void missingEventsAreStartedByTheNextDelivery() throws Exception {
        send(receiver, events("missing", 10));

        HttpResponse<String> more = send(forgetful, events("missing", 30));

        assertThat(more.statusCode()).isEqualTo(202);
        temporal.workflows().awaitCount("WorkflowType = 'shop.missing'", 30);
    }

    @Test
    void aDeliveryThatIsTooMuchForOneDeadlineGetsFurtherEachTimeAndEnds() {
        int status = deliverLarge();
        assertThat(status).as("too much for one deadline").isEqualTo(503);
        while (status == 503) {
            long before = storedOfLarge();
            status = Await.value(
                    "a delivery gets further",
                    () -> Optional.of(deliverLarge()).filter(answer -> answer != 503 || storedOfLarge() > before));
        }

        assertThat(status).isIn(200, 202);
        temporal.workflows().awaitCount("WorkflowType = 'shop.large'", LARGE);
    }

    private static int deliverLarge() {
        try {
            return send(impatient, events("large", LARGE)).statusCode();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static long storedOfLarge() {
        return temporal.workflows().count("WorkflowType = 'shop.large'");
    }

    private static RunningReceiver receiver(String... more) {
        return RunningReceiver.withShop(temporal.target(), more);
    }

    private static HttpResponse<String> send(RunningReceiver to, String body) throws Exception {
        return to.sender().send("shop", "any", "any", body.getBytes(StandardCharsets.UTF_8));
    }

    private static String input(String workflowId, int argument) {
        return temporal.workflows()
                .history(workflowId)
                .get(0)
                .getWorkflowExecutionStartedEventAttributes()
                .getInput()
                .getPayloads(argument)
                .getData()
                .toStringUtf8();
    }

    private static String events(String type, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "{\"id\":\"" + type + "-" + i + "\", \"type\":\"" + type + "\"}")
                .collect(Collectors.joining(",\n", "{\"events\":[", "]}"));
    }

    private static JsonNode ids(HttpResponse<String> answer) throws Exception {
        return new ObjectMapper().readTree(answer.body()).get("eventIds");
    }
}
