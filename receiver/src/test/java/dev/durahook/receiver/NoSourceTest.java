package dev.durahook.receiver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.testsupport.Await;
import dev.durahook.testsupport.frontend.FakeFrontend;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;

/** A receiver whose sources were not found takes no traffic, and refuses no delivery for good. */
class NoSourceTest {

    private static final String READINESS = "/actuator/health/readiness";

    @Test
    void receiverIsAliveAndNotReady() throws Exception {
        try (FakeFrontend frontend = FakeFrontend.start();
                RunningReceiver receiver =
                        RunningReceiver.withoutSources(ReceiverApplication.class, frontend.target())) {
            assertThat(receiver.sender().get(READINESS)).isEqualTo(503);
            assertThat(receiver.sender().get("/actuator/health/liveness")).isEqualTo(200);
        }
    }

    @Test
    void deliveryMayBeSentAgain() throws Exception {
        try (FakeFrontend frontend = FakeFrontend.start();
                RunningReceiver receiver =
                        RunningReceiver.withoutSources(ReceiverApplication.class, frontend.target())) {
            HttpResponse<String> answer = receiver.sender().push("1", "{}");
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
            assertThat(answer.body()).contains("urn:durahook:problem:receiver-failed");
        }
    }

    @Test
    void applicationThatEmbedsTheReceiverIsReadyForItsOtherWork() throws Exception {
        try (FakeFrontend frontend = FakeFrontend.start();
                RunningReceiver receiver = RunningReceiver.withoutSources(OtherApplication.class, frontend.target())) {
            // The health of Temporal is "down" if a busy machine does not answer within a second.
            for (String path : List.of(READINESS, "/actuator/health")) {
                Await.until(path + " answers 200", () -> status(receiver, path) == 200);
            }
            assertThat(receiver.sender().push("1", "{}").statusCode()).isEqualTo(404);
        }
    }

    private static int status(RunningReceiver receiver, String path) {
        try {
            return receiver.sender().get(path);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @EnableAutoConfiguration
    static class OtherApplication {}
}
