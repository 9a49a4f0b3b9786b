package dev.durahook.receiver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.testsupport.Await;
import dev.durahook.testsupport.fault.MethodFault;
import dev.durahook.testsupport.fault.MethodFaultProxy;
import dev.durahook.testsupport.temporal.RequiresTemporal;
import dev.durahook.testsupport.temporal.TemporalServer;
import io.grpc.Status;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Single methods of Temporal are slow, hang or fail. The answer is never 4xx, and never 2xx for an event that is not
 * stored; the next delivery finds the event that was stored, or stores it.
 */
@RequiresTemporal
class TemporalFaultsIT {

    private static final String START = "StartWorkflowExecution";
    private static final byte[] BODY = "{}".getBytes(StandardCharsets.UTF_8);

    private static TemporalServer temporal;
    private static MethodFaultProxy proxy;
    private static RunningReceiver receiver;
    private static RunningReceiver patient;
    private static RunningReceiver impatient;

    @BeforeAll
    static void start() throws Exception {
        temporal = TemporalServer.start();
        proxy = MethodFaultProxy.to(temporal.target());
        receiver = RunningReceiver.on(proxy.target(), RunningReceiver.DEFAULT_TIMEOUT);
        patient = RunningReceiver.on(proxy.target());
        impatient = RunningReceiver.on(proxy.target(), "--durahook.acceptance.timeout=300ms");
        for (RunningReceiver each : List.of(receiver, patient, impatient)) {
            String id = "first-" + each.port();
            Await.until("an event is stored", () -> push(each, id).statusCode() / 100 == 2);
        }
    }

    @AfterEach
    void heal() {
        proxy.heal();
    }

    @AfterAll
    static void stop() {
        receiver.close();
        patient.close();
        impatient.close();
        proxy.close();
        temporal.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 1_000, 2_000, 3_000})
    void slow(int millis) throws Exception {
        String id = "slow-" + millis;
        proxy.set(START, MethodFault.late(Duration.ofMillis(millis)));
        CompletableFuture<HttpResponse<String>> waited =
                patient.sender().sendAsync("github", id + "-waited", "push", BODY);
        HttpResponse<String> answer = pushUntilStored(receiver, id);

        assertThat(waited.get().statusCode()).isEqualTo(202);
        // A machine may be so busy that an answer after 2 s comes too late.
        assertThat(answer.statusCode()).isIn(millis < 2_500 ? List.of(202, 503) : List.of(503));
        assertNextDeliveryIsKnown(id);
    }

    @Test
    void hungBeforeItIsStored() throws Exception {
        proxy.set(START, MethodFault.hung());

        assertRefused(push(receiver, "hung"));
        proxy.heal();
        assertThat(push(patient, "hung").statusCode()).isEqualTo(202);
        assertOneRun("hung");
    }

    @Test
    void hungAfterItIsStored() throws Exception {
        proxy.set(START, MethodFault.unheard());

        assertRefused(pushUntilStored(receiver, "unheard"));
        assertNextDeliveryIsKnown("unheard");
    }

    @ParameterizedTest
    @EnumSource(value = Status.Code.class, mode = EnumSource.Mode.EXCLUDE, names = "OK")
    void failsWithoutStoring(Status.Code code) throws Exception {
        String id = "refused-" + code;
        proxy.set(START, MethodFault.refused(code.toStatus().withDescription("a test says so")));

        HttpResponse<String> answer = push(impatient, id);
        assertRefused(answer);
        assertThat(answer.body()).doesNotContain("a test says so", code.name());
        proxy.heal();
        assertThat(push(patient, id).statusCode()).isEqualTo(202);
        assertOneRun(id);
    }

    @ParameterizedTest
    @EnumSource(value = Status.Code.class, mode = EnumSource.Mode.EXCLUDE, names = "OK")
    void failsAfterStoring(Status.Code code) throws Exception {
        String id = "stored-" + code;
        proxy.set(START, MethodFault.doneButFailed(code.toStatus()));

        assertRefused(pushUntilStored(impatient, id));
        assertNextDeliveryIsKnown(id);
    }

    /** None of these methods is needed to store an event. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Check",
                "CountWorkflowExecutions",
                "DescribeNamespace",
                "DescribeTaskQueue",
                "GetClusterInfo",
                "GetSystemInfo",
                "ListWorkflowExecutions"
            })
    void anotherMethodHangs(String method) throws Exception {
        proxy.set(method, MethodFault.hung());

        assertThat(push(patient, "while-" + method).statusCode()).isEqualTo(202);
        assertThat(patient.sender().get("/actuator/health/liveness")).isEqualTo(200);
        assertThat(patient.sender().get("/actuator/health/readiness")).isIn(200, 503);
    }

    @Test
    void receiverThatStartsWhileTheFirstCallHangsStoresLater() throws Exception {
        proxy.set("GetSystemInfo", MethodFault.hung());
        try (RunningReceiver late = RunningReceiver.on(proxy.target(), RunningReceiver.DEFAULT_TIMEOUT)) {
            assertRefused(push(late, "early"));
            proxy.heal();

            Await.until("an event is stored", () -> push(late, "early").statusCode() / 100 == 2);
        }
        assertOneRun("early");
    }

    private static void assertRefused(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("5");
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    }

    // Returns the first answer. A machine may be so busy that the receiver gives up before Temporal has got the call.
    private static HttpResponse<String> pushUntilStored(RunningReceiver to, String id) {
        HttpResponse<String> first = push(to, id);
        Await.until(
                "Temporal has stored the event",
                () -> temporal.workflows().has("github:" + id) || push(to, id).statusCode() / 100 == 2);
        return first;
    }

    private static void assertNextDeliveryIsKnown(String id) {
        proxy.heal();
        assertThat(push(patient, id).statusCode()).isEqualTo(200);
        assertOneRun(id);
    }

    private static void assertOneRun(String id) {
        temporal.workflows().awaitCount("WorkflowId = 'github:" + id + "'", 1);
    }

    private static HttpResponse<String> push(RunningReceiver to, String id) {
        try {
            return to.sender().push(id, "{}");
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
