package dev.durahook.receiver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.testsupport.frontend.FakeFrontend;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** The log holds no request and no call, even if an operator asks for all lines at level debug. */
@ExtendWith(OutputCaptureExtension.class)
class DebugLogsTest {

    @Test
    void quoteNeitherRequestsNorCallsOfTemporal(CapturedOutput log) throws Exception {
        try (FakeFrontend frontend = FakeFrontend.start();
                RunningReceiver receiver = RunningReceiver.on(
                        frontend.target(), "--logging.level.org.apache=debug", "--logging.level.io.grpc=debug")) {
            receiver.sender().push("in-no-line", "{\"body\":\"in-no-line\"}");
        }

        assertThat(log).contains("DEBUG").doesNotContain("in-no-line").doesNotContain("NettyClientHandler");
    }
}
