package dev.durahook.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.testsupport.LogLines;
import dev.durahook.workflows.handling.EventAttempt;
import dev.durahook.workflows.handling.EventHandler;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class WorkerReportTest {

    private static final String SECRET = "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    @RegisterExtension
    final LogLines log = LogLines.of(WorkerReport.class);

    @Test
    void eachPartOfTheConfigurationIsLoggedInALineWithoutSecrets(CapturedOutput output) {
        WorkerContext.with(
                        "durahook.worker.task-queues=durahook,slow",
                        "durahook.policies.patient.maximum-attempts=0",
                        "durahook.policies.stepwise.delays=5s,5m",
                        "durahook.destinations.crm.url=https://crm.example.com/hook/s3cret-path?key=s3cret-query",
                        "durahook.destinations.crm.secrets=whsec_" + SECRET,
                        "durahook.destinations.crm.request-headers.Authorization=Bearer s3cret-header",
                        "durahook.destinations.search.url=http://localhost:9200/ingest",
                        "durahook.destinations.search.signature=none",
                        "durahook.destinations.search.policy=patient",
                        "durahook.routes.payments.event-types=stripe.charge.*,stripe.refund.created",
                        "durahook.routes.payments.destinations=crm,search")
                .withBean(EventHandler.class, WorkerReportTest::mail)
                .run(context -> assertThat(log.messages())
                        .containsExactly(
                                "Task queues: durahook, slow",
                                "Policies: default (20 attempts, 10s to 30m apart), patient (no limit, 10s to 30m apart),"
                                        + " stepwise (3 attempts, after declared delays)",
                                "Destination crm: crm.example.com, signed with 1 secret, private networks allowed, policy default",
                                "Destination search: localhost, not signed, private networks allowed, policy patient",
                                "Route payments: stripe.charge.*, stripe.refund.created to crm, search",
                                "Handler mail: shop.order.*, policy default, 50 at a time",
                                "Other events: completed"));
        assertThat(output).doesNotContain("s3cret", SECRET, "whsec_");
    }

    private static EventHandler mail() {
        return new EventHandler() {
            @Override
            public String name() {
                return "mail";
            }

            @Override
            public List<String> eventTypes() {
                return List.of("shop.order.*");
            }

            @Override
            public String handle(EventAttempt attempt) {
                return "sent";
            }
        };
    }
}
