package dev.durahook.receiver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.testsupport.FreePort;
import dev.durahook.testsupport.frontend.FakeFrontend;
import org.junit.jupiter.api.Test;

/** Senders reach no metrics; operators do, on a port of their own. */
class ManagementPortTest {

    // Readiness also asks Temporal, whose answer may be late on a busy machine.
    private static final String HEALTH = "/actuator/health/liveness";
    private static final String METRICS = "/actuator/prometheus";

    @Test
    void healthAndMetricsHaveAPortOfTheirOwn() throws Exception {
        int port = FreePort.next();
        try (FakeFrontend frontend = FakeFrontend.start();
                RunningReceiver receiver = RunningReceiver.on(
                        frontend.target(),
                        "--management.server.port=" + port,
                        "--management.server.address=127.0.0.1")) {
            Sender operator = new Sender(port);
            assertThat(operator.get(HEALTH)).isEqualTo(200);
            assertThat(operator.get(METRICS)).isEqualTo(200);
            assertThat(operator.get("/actuator/env")).isEqualTo(404);
            assertThat(operator.get("/actuator/metrics")).isEqualTo(404);
            assertThat(receiver.sender().get(HEALTH)).isEqualTo(404);
            assertThat(receiver.sender().get(METRICS)).isEqualTo(404);
        }
    }

    @Test
    void withoutOneOnlyHealthIsShown() throws Exception {
        try (FakeFrontend frontend = FakeFrontend.start();
                RunningReceiver receiver = RunningReceiver.on(frontend.target())) {
            assertThat(receiver.sender().get(HEALTH)).isEqualTo(200);
            assertThat(receiver.sender().get(METRICS)).isEqualTo(404);
        }
    }
}
