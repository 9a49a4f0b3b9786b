package dev.durahook.worker;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** A misspelt key stops the start, and its value, which may be a secret, is not printed. */
@ExtendWith(OutputCaptureExtension.class)
class MisspeltKeysTest {

    private static final String CANARY = "canary-7f3a";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "durahook.destinations.crm.secret",
                "durahook.http-destinations.crm.secrets[0]",
                "durahook.http-destinations.crm.url",
                "durahook.delivery.secret",
                "durahook.routes.r.secret",
                "durahook.policies.slow.secret",
                "durahook.policies.slow.initial-interval",
                "durahook.workflows.orders.secret",
                "durahook.worker.api-key",
                "durahook.worker.shutdown-timeout"
            })
    void valueOfAMisspeltKeyIsNotPrinted(String key, CapturedOutput output) {
        WorkerContext.with(key + "=" + CANARY).run(context -> {
            assertThat(context).hasFailed();
            FailureAnalysis report = StartReports.first(context.getStartupFailure());
            assertThat(report.getDescription()).contains(key).doesNotContain(CANARY);
            assertThat(report.getAction()).contains("docs/operations.md").doesNotContain(CANARY);
        });
        assertThat(output.getAll()).doesNotContain(CANARY);
    }
}
