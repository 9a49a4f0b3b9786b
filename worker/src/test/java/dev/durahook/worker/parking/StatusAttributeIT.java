package dev.durahook.worker.parking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.testsupport.Await;
import dev.durahook.testsupport.temporal.RequiresTemporal;
import dev.durahook.testsupport.temporal.TemporalServer;
import dev.durahook.testsupport.temporal.TemporalServerOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@RequiresTemporal
@ExtendWith(OutputCaptureExtension.class)
class StatusAttributeIT {

    @Test
    void isRegisteredIfItIsMissing(CapturedOutput output) {
        try (TemporalServer server = TemporalServer.start()) {
            StatusAttribute status = new StatusAttribute(server.stubs(), "default");
            assertThat(status.statusAttributeRegistered()).isFalse();
            status.ensureUsable();
            assertThat(output).contains("Registered the search attribute DurahookStatus in namespace default");
            Await.until("the attribute is registered", status::statusAttributeRegistered);
            assertThat(server.workflows().count("DurahookStatus = 'parked'")).isZero();
        }
    }

    @Test
    void isLeftAloneIfItIsRegistered(CapturedOutput output) {
        try (TemporalServer server =
                TemporalServer.start(TemporalServerOptions.inMemory().withStatus())) {
            StatusAttribute status = new StatusAttribute(server.stubs(), "default");
            status.ensureUsable();
            assertThat(status.statusAttributeRegistered()).isTrue();
            assertThat(output).doesNotContain("Registered").doesNotContain("temporal operator");
        }
    }
}
