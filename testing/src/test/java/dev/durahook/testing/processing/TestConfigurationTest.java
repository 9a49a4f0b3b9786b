package dev.durahook.testing.processing;

import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.durahook.worker.destination.kind.Attempt;
import dev.durahook.worker.destination.kind.DeclaredDestination;
import dev.durahook.worker.destination.kind.DestinationKind;
import dev.durahook.worker.destination.kind.Transport;
import dev.durahook.workflows.WebhookEvent;
import dev.durahook.workflows.destination.DestinationReceipt;
import dev.durahook.workflows.handling.EventAttempt;
import dev.durahook.workflows.handling.EventHandler;
import dev.durahook.workflows.processing.DestinationStep;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.util.List;
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

    // Temporal makes the waits of the application's own workers, and knows only the first delay.
    @Test
    void activityOnOtherWorkersHasOnlyTheFirstDelay() {
        worker.destination("score").answers(503);
        worker.process("shop.scored", "{\"id\": 17}")
                .assertAttempts("score_order", 4)
                .assertDelays(ofSeconds(5), ofSeconds(5), ofSeconds(5))
                .assertParked("DestinationUnavailable");
        assertThat(worker.destination("score").bodies()).hasSize(4).containsOnly("{\"id\": 17}");
        worker.destination("score").answers(200);
        worker.process("shop.scored", "no JSON").assertCompleted("score answered 200");
    }

    // In production, only a plan can lead to such an activity.
    @Test
    void workflowCanNotSendToAnActivityOnOtherWorkers() {
        try (TestWorker own = TestWorker.of(ScoringWorkflow.class).with(mail).configuredBy(SHOP)) {
            assertThat(own.process("shop.rated", "{}")
                            .assertParked("DestinationOfWrongKind")
                            .assertAttempts(1)
                            .details())
                    .contains("a workflow of your own must call the activity score_order directly");
            assertThat(own.destination("score").bodies()).isEmpty();
        }
    }

    @Test
    void eventWithoutTheIdOfItsWorkflowIsParked() {
        worker.process("shop.payment", "{\"order\": \"17\"}").assertCompleted();
        worker.process("shop.payment", "{}").assertAttempts(1).assertParked("WorkflowUnnamed");
        assertThat(worker.destination("order").bodies()).containsExactly("{\"order\": \"17\"}");
    }

    @Test
    void destinationThatIsNotDeclaredIsNamed() {
        try (TestWorker own = TestWorker.of(mail).configuredBy(SHOP)) {
            own.destination("crmm");
            assertThatThrownBy(() -> own.process("shop.order_paid", "{}"))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("The configuration has no destination 'crmm'; it has [crm, order, score, warehouse]");
        }
    }

    @Test
    void destinationOfAWorkflowThatIsNotDeclaredIsNamedOnceTheWaitTimesOut() {
        try (TestWorker own =
                TestWorker.of(PendingWorkTest.MisspeltWorkflow.class).with(mail).configuredBy(SHOP)) {
            ProcessedEvent event = own.start(TestEvent.of("shop.misspelt", "{}"));
            assertThat(PendingWorkTest.inVain(own, event, "the activity deliver"))
                    .contains("no worker of this test has taken it from the task queue durahook.destination.crmm. The"
                            + " configuration has no destination 'crmm'; it has [crm, order, score, warehouse]");
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
        assertRefused("durahook.policies.hourly.park-timeout", "3600", "has no unit, and a number would count as");
        assertRefused("durahook.destinations.crm.request-timeout", "15", "crm.request-timeout has no unit");
        assertRefused("durahook.worker.shutdown-timeout", "25", "has no unit, and a number would count as");
        assertRefused("durahook.destinations.crm.policy", "none", "declare durahook.policies.none");
        assertRefused("durahook.unhandeled", "park", "durahook.unhandeled (test) is not a key of Durahook");
        assertRefused("durahook.worker.task-queue", "x", "The elements [durahook.worker.task-queue] were left unbound");
        assertRefused(
                "durahook.worker.task-queues",
                "x".repeat(200),
                "handler welcome-mail: the name of its task queue, " + "x".repeat(200) + ".handler.welcome-mail, must");
    }

    @Test
    void handlerThatWouldStopTheStartStopsTheTest() {
        EventHandler idle = new EventHandler() {
            @Override
            public String name() {
                return "idle";
            }

            @Override
            public List<String> eventTypes() {
                return List.of("shop.idle");
            }

            @Override
            public int concurrency() {
                return 0;
            }

            @Override
            public String handle(EventAttempt attempt) {
                return "";
            }
        };
        try (TestWorker own = TestWorker.of(mail, idle).configuredBy(SHOP)) {
            assertThatThrownBy(() -> own.process("shop.order_paid", "{}"))
                    .hasMessageContaining("handler idle: its concurrency must be 1 or more");
        }
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
            assertThatThrownBy(() -> own.process("shop.order_paid", "{}")).hasStackTraceContaining(message);
        }
    }

    /** Sends to an activity on workers of the application's own, which only a plan can do. */
    @WorkflowInterface
    public interface Scoring {

        @WorkflowMethod(name = "shop.rated")
        void process(WebhookEvent event);
    }

    public static final class ScoringWorkflow implements Scoring {

        @Override
        public void process(WebhookEvent event) {
            DestinationStep.to("score").send(event);
            Workflow.getLogger(ScoringWorkflow.class).info("scored");
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
