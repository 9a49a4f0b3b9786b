package dev.durahook.receiver.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class SourceReportTest {

    @Test
    void sourcesAreSaidInALineEachWithoutTheirSecrets(CapturedOutput output) {
        report("""
                payments: {scheme: stripe, secrets: [whsec_s3cret-of-stripe, {value: whsec_s3cret-of-stripe-2, name: dashboard}], task-queue: slow}
                orders: {scheme: github, secrets: [s3cret-of-the-orders], priority: 1, fairness-key: "{/shop}"}
                code: {scheme: github, secrets: [s3cret-of-the-code]}
                local: {scheme: none}
                hooks: {scheme: supabase, secrets: [whsec_c2VjcmV0IG9mIHN1cGFiYXNl]}
                """);
        assertThat(lines(output))
                .containsExactlyInAnyOrder(
                        "Source payments: scheme stripe, 2 secrets, delivers again for up to 30 days, task queue slow",
                        "Source orders: scheme github, 1 secret, delivers again for up to 3 days, priority 1, fairness key"
                                + " {/shop}",
                        "Source code: scheme github, 1 secret, delivers again for up to 3 days",
                        "Source local: scheme none, no secret",
                        "Source hooks: scheme supabase, 1 secret, delivers again for up to 5 seconds");
        assertThat(output).doesNotContain("s3cret", "whsec_", "dashboard");
    }

    @Test
    void guardInFrontIsSaid(CapturedOutput output) {
        report("events: {scheme: salesforce, secrets: [00D5e000000HEcPEAW], guarded-by: address-list}");
        assertThat(output).contains("guarded by address-list");
    }

    @Test
    void noSourceAtAllIsWarnedAbout(CapturedOutput output) {
        SourceReport.log(new Sources(List.of()), Map.of());
        assertThat(output).contains("No source is declared, so no delivery is accepted");
    }

    private static void report(String yaml) {
        SourceReport.log(Declaration.sources(yaml, Declaration.NOW), Declaration.properties(yaml));
    }

    private static List<String> lines(CapturedOutput output) {
        return output.getOut()
                .lines()
                .map(line -> line.substring(line.indexOf("Source ")))
                // Short secrets get a line of their own.
                .filter(line -> line.contains(": scheme "))
                .toList();
    }
}
