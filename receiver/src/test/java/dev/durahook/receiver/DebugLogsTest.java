package dev.durahook.receiver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.testsupport.frontend.FakeFrontend;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** The log holds no request and no call, even if an operator asks for the lines of debugging and tracing. */
@ExtendWith(OutputCaptureExtension.class)
class DebugLogsTest {

    @Test
    void quoteNeitherRequestsNorCallsOfTemporal(CapturedOutput log) throws Exception {
        try (FakeFrontend frontend = FakeFrontend.start();
                RunningReceiver receiver = RunningReceiver.on(
                        frontend.target(),
                        "--logging.level.org.apache.coyote.http11=trace",
                        "--logging.level.io.grpc=debug",
                        "--logging.level.io.temporal.serviceclient=trace")) {
            assertThat(receiver.sender()
                            .pushInTime("in-no-line", "{\"body\":\"in-no-line\"}")
                            .statusCode())
                    .isEqualTo(202);
        }

        assertThat(log).contains("DEBUG").doesNotContain("in-no-line").doesNotContain("NettyClientHandler");
    }
}
