package dev.durahook.testing.processing;

import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.durahook.worker.destination.kind.Attempt;
import dev.durahook.worker.destination.kind.DeclaredDestination;
import dev.durahook.worker.destination.kind.DestinationKind;
import dev.durahook.worker.destination.kind.Transport;
import dev.durahook.workflows.WebhookEvent;
import dev.durahook.workflows.destination.DestinationReceipt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Tests with the application's routes, destinations and policies from application-shop.yaml. */
class TestConfigurationTest {

    private static final TestConfiguration SHOP =
            TestConfiguration.of("shop").with("CRM_SECRET", "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");

    private final WelcomeMail mail = new WelcomeMail();
    private final TestWorker worker = TestWorker.of(mail).configuredBy(SHOP);
    private final FakeDestination crm = worker.destination("crm");

    @AfterEach
    void close() {
        worker.close();
    }

    @Test
    void routeDeliversToItsDestinationsUnderTheirPolicies() {
        crm.answers(503, 503, 200);
        worker.process("shop.order_paid", "{\"id\": 17}")
                .assertCompleted()
                .assertAttempts("deliver", 4)
                .assertDelays(ofHours(1), ofHours(1));
        assertThat(crm.bodies()).hasSize(3).containsOnly("{\"id\": 17}");
        assertThat(worker.destination("warehouse").bodies()).hasSize(1);
    }

    @Test
    void routeWithConditionsAppliesIfTheyHold() {
        worker.process(TestEvent.of("shop.refund", "{\"approved\": true}").withHeader("X-Env", "prod"))
                .assertCompleted();
        assertThat(crm.bodies()).containsExactly("{\"approved\": true}");
        worker.process(TestEvent.of("shop.refund", "{\"approved\": false}").withHeader("X-Env", "prod"))
                .assertParked();
        assertThat(crm.bodies()).hasSize(1);
    }

    @Test
    void handlerHasItsDeclaredPolicy() {
        mail.serverDown = true;
        worker.process("shop.customer_created", "{\"id\": 7}")
                .assertAttempts(2)
                .assertDelays(ofMinutes(1))
                .assertParked("MailServerDown");
    }

    @Test
    void policyOfTheTestComesFirst() {
        mail.serverDown = true;
        worker.under("mail", TestPolicy.attempts(4))
                .process("shop.customer_created", "{\"id\": 7}")
                .assertAttempts(4);
    }

    @Test
    void unhandledEventIsParkedIfTheConfigurationSaysSo() {
        worker.process("shop.nothing", "{}").assertParked();
    }

    @Test
    void workflowDeliversToADeclaredDestination() {
        try (TestWorker own = TestWorker.of(PendingWorkTest.ForwardedWorkflow.class)
                .with(mail)
                .configuredBy(SHOP)) {
            own.process("shop.forwarded", "{}").assertCompleted();
            assertThat(own.destination("crm").bodies()).containsExactly("{}");
        }
    }

    @Test
    void workflowDeliversUnderThePolicyOfTheDestination() {
        try (TestWorker own = TestWorker.of(PendingWorkTest.ForwardedWorkflow.class)
                .with(mail)
                .configuredBy(SHOP)) {
            own.destination("crm").answers(503);
            assertThat(own.process("shop.forwarded", "{}")
                            .assertDelays(ofHours(1), ofHours(1))
                            .assertParked()
                            .details())
                    .contains("`hourly`");
        }
    }

    @Test
    void destinationThatIsNotDeclaredIsNamed() {
        try (TestWorker own = TestWorker.of(mail).configuredBy(SHOP)) {
            own.destination("crmm");
            assertThatThrownBy(() -> own.process("shop.order_paid", "{}"))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("The configuration has no destination 'crmm'; it has [crm, warehouse]");
        }
    }

    @Test
    void destinationOfAWorkflowThatIsNotDeclaredIsNamedOnceTheWaitTimesOut() {
        try (TestWorker own =
                TestWorker.of(PendingWorkTest.MisspeltWorkflow.class).with(mail).configuredBy(SHOP)) {
            ProcessedEvent event = own.start(TestEvent.of("shop.misspelt", "{}"));
            assertThat(PendingWorkTest.inVain(own, event, "the activity deliver"))
                    .contains("no worker of this test has taken it from the task queue durahook.destination.crmm. The"
                            + " configuration has no destination 'crmm'; it has [crm, warehouse]");
        }
    }

    @Test
    void destinationMayHaveAKindOfTheApplication() {
        TestConfiguration withTopic = SHOP.with("durahook.destinations.audit.kind", "topic")
                .with("durahook.destinations.audit.policy", "default")
                .with("durahook.routes.audit.event-types", "shop.audited")
                .with("durahook.routes.audit.destinations", "audit");
        try (TestWorker own = TestWorker.of(mail).configuredBy(withTopic.withDestinationKind(new TopicKind()))) {
            own.process("shop.audited", "{}").assertCompleted();
            assertThat(own.destination("audit").bodies()).containsExactly("{}");
        }
        try (TestWorker own = TestWorker.of(mail).configuredBy(withTopic)) {
            assertThatThrownBy(() -> own.process("shop.audited", "{}"))
                    .hasStackTraceContaining(
                            "durahook.destinations.audit.kind is not a known kind; use one of activity,"
                                    + " http, workflow, or add a bean of type DestinationKind; in a test, give it to"
                                    + " TestConfiguration.withDestinationKind");
        }
    }

    @Test
    void valueThatIsMissingIsNamed() {
        try (TestWorker own = TestWorker.of(mail).configuredBy(TestConfiguration.of("shop"))) {
            assertThatThrownBy(() -> own.process("shop.order_paid", "{}"))
                    .hasMessage(
                            "durahook.destinations.crm.secrets[0] holds a placeholder that nothing resolves: set the"
                                    + " variable it names");
        }
    }

    @Test
    void configurationThatWouldStopTheStartStopsTheTest() {
        assertRefused("durahook.destinations.crm.urll", "x", "durahook.destinations.crm.urll is not a known key");
        assertRefused("durahook.routes.orders.destinations", "erp", "declare durahook.destinations.erp");
        assertRefused("durahook.policies.hourly.jitter", "2", "durahook.policies.hourly.jitter must be from 0 to 1");
        assertRefused("durahook.destinations.crm.policy", "none", "declare durahook.policies.none");
    }

    @Test
    void handlerWithAnUndeclaredPolicyStopsTheTest() {
        try (TestWorker own = TestWorker.of(mail).configuredBy(TestConfiguration.of())) {
            assertThatThrownBy(() -> own.process("shop.order_paid", "{}"))
                    .hasMessageContaining("declare durahook.policies.mail");
        }
    }

    private void assertRefused(String key, String value, String message) {
        try (TestWorker own = TestWorker.of(mail).configuredBy(SHOP.with(key, value))) {
            assertThatThrownBy(() -> own.process("shop.order_paid", "{}")).hasMessageContaining(message);
        }
    }

    /** A kind of which no test sends by itself. */
    private static final class TopicKind implements DestinationKind<TopicKind.Properties> {

        /** The kind's own keys; there are none. */
        record Properties() {}

        @Override
        public String name() {
            return "topic";
        }

        @Override
        public Class<Properties> properties() {
            return Properties.class;
        }

        @Override
        public Transport open(DeclaredDestination<Properties> declared) {
            return new Transport() {
                @Override
                public DestinationReceipt send(WebhookEvent event, byte[] body, Attempt attempt) {
                    throw new AssertionError("a test sends nothing");
                }

                @Override
                public String summary() {
                    return "topic";
                }
            };
        }
    }
}
