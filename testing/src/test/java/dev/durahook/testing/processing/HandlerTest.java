package dev.durahook.testing.processing;

import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.durahook.workflows.EventId;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HandlerTest {

    private static final String TYPE = "shop.customer_created";
    private static final String SEVEN = "{\"id\": 7}";

    private final WelcomeMail handler = new WelcomeMail();
    private final TestWorker worker = TestWorker.of(handler).under("mail", TestPolicy.attempts(3));

    @AfterEach
    void close() {
        worker.close();
    }

    @Test
    void eventIsHandled() {
        worker.process(TYPE, SEVEN)
                .assertCompleted("mailed 7")
                .assertAttempts(1)
                .assertDelays();
    }

    @Test
    void exhaustedPolicyParksAndRetryMakesFreshAttempts() {
        handler.serverDown = true;
        ProcessedEvent event = worker.process(TYPE, SEVEN)
                .assertAttempts(3)
                .assertDelays(ofSeconds(10), ofSeconds(20))
                .assertParked("MailServerDown");
        event.retry().assertParked().assertAttempts(6);
        handler.serverDown = false;
        event.retry().assertCompleted("mailed 7").assertAttempts("welcome-mail", 7);
    }

    @Test
    void retryMayBeUnderAnotherPolicy() {
        handler.serverDown = true;
        worker.under(
                "patient",
                TestPolicy.attempts(4)
                        .initialInterval(ofHours(1))
                        .backoffCoefficient(1)
                        .maximumInterval(ofHours(1)));
        worker.process(TYPE, SEVEN)
                .retry("patient")
                .assertDelays(ofSeconds(10), ofSeconds(20), ofHours(1), ofHours(1), ofHours(1));
    }

    @Test
    void listedDelaysAreKept() {
        handler.serverDown = true;
        worker.under("mail", TestPolicy.attempts(5).delays(ofSeconds(5), ofMinutes(5), ofHours(2)));
        worker.process(TYPE, SEVEN)
                .assertDelays("welcome-mail", ofSeconds(5), ofMinutes(5), ofHours(2), ofHours(2))
                .assertParked();
    }

    @Test
    void jitterIsKept() {
        handler.serverDown = true;
        worker.under(
                "mail",
                TestPolicy.attempts(2)
                        .initialInterval(ofMinutes(100))
                        .maximumInterval(ofMinutes(100))
                        .jitter(0.2));
        assertThat(worker.process(TYPE, SEVEN).delays().get(0)).isBetween(ofMinutes(80), ofMinutes(121));
    }

    // The worker would not start with this policy.
    @Test
    void policyThatIsNotValidIsRefused() {
        TestPolicy policy = TestPolicy.attempts(4).initialInterval(ofHours(1));
        assertThatThrownBy(() -> worker.under("mail", policy))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("maximum-interval must not be shorter than initial-interval");
    }

    @Test
    void shippedPolicyGoesOnForHours() {
        handler.serverDown = true;
        ProcessedEvent event = worker.under("mail", TestPolicy.shipped()).process(TYPE, SEVEN);
        Duration all = event.assertAttempts(20).assertParked().delays().stream().reduce(Duration.ZERO, Duration::plus);
        assertThat(all).isBetween(ofHours(5), ofHours(7));
    }

    @Test
    void everyWayToFailIsReported() {
        worker.process(TYPE, "{\"id\": \"refused\"}").assertAttempts(1).assertParked("Refused");
        worker.process(TYPE, "{\"id\": \"broken\"}").assertAttempts(3).assertParked(IOException.class);
        worker.process(TYPE, "{\"id\": \"later\"}").assertDelays(ofHours(1)).assertCompleted("mailed later");
        worker.process(TYPE, "no JSON").assertAttempts(1).assertParked("UnreadableBody");
        worker.process(TYPE, "{\"id\": \"loops\"}").assertAttempts(3).assertParked(StackOverflowError.class);
    }

    @Test
    void typesThatAPolicyListsParkAtOnce() {
        handler.serverDown = true;
        worker.under("mail", TestPolicy.shipped().nonRetryableErrorTypes("MailServerDown"));
        worker.process(TYPE, SEVEN).assertAttempts(1).assertParked("MailServerDown");
    }

    @Test
    void timeLimitOfAllAttemptsEndsThem() {
        handler.serverDown = true;
        worker.under("mail", TestPolicy.shipped().scheduleToCloseTimeout(ofMinutes(1)));
        worker.process(TYPE, SEVEN).assertAttempts(3).assertParked();
    }

    @Test
    void parkedEventCanBeDiscarded() {
        handler.serverDown = true;
        assertThat(worker.process(TYPE, SEVEN)
                        .discard("a duplicate")
                        .assertDiscarded()
                        .details())
                .contains("a duplicate");
    }

    @Test
    void eventParkedForALimitedTimeCountsAsParked() {
        handler.serverDown = true;
        worker.under("mail", TestPolicy.attempts(2).parkTimeout(ofDays(7)));
        worker.process(TYPE, SEVEN)
                .assertParked("MailServerDown")
                .letPass(ofDays(6))
                .assertParked()
                .letPass(ofDays(1))
                .assertDiscarded();
    }

    @Test
    void eventMayHaveHeadersAndAnId() {
        TestEvent event = TestEvent.of(TYPE, SEVEN).withId("evt_7").withHeader("x-lang", " in Welsh");
        ProcessedEvent processed = worker.process(event).assertCompleted("mailed 7 in Welsh");
        assertThat(processed.workflow().getExecution().getWorkflowId()).isEqualTo("shop:evt_7");
    }

    @Test
    void longIdIsReplacedByItsHashAsInTheReceiver() {
        TestEvent event = TestEvent.of(TYPE, SEVEN).withId("x".repeat(201));
        assertThat(worker.process(event).workflow().getExecution().getWorkflowId())
                .isEqualTo(EventId.of("shop", "x".repeat(201)).value())
                .matches("shop:sha256-[0-9a-f]{32}");
    }

    @Test
    void eventMayHaveAnEnvelope() {
        worker.process(TestEvent.of(TYPE, SEVEN).withEnvelope("/shop", " for Welsh & Sons"))
                .assertCompleted("mailed 7 for Welsh & Sons");
    }

    @Test
    void bodyMayBeLarge() {
        worker.process(TYPE, "{\"id\": 7, \"more\": \"" + "x".repeat(200_000) + "\"}")
                .assertCompleted("mailed 7");
    }

    @Test
    void eventWithoutAHandlerIsUnhandled() {
        ProcessedEvent event =
                worker.process("shop.order_paid", "{}").assertUnhandled().assertAttempts(0);
        assertThatThrownBy(event::assertCompleted)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("It is unhandled")
                .hasMessageContaining("takes `shop.order_paid`");
    }

    @Test
    void policyThatTheTestDoesNotDeclareIsNamed() {
        try (TestWorker without = TestWorker.of(handler)) {
            ProcessedEvent event = without.process(TYPE, SEVEN).assertParked("UnknownPolicy");
            assertThat(event.details()).contains("declare it with under(\"mail\", ...)");
        }
    }

    @Test
    void failedAssertionShowsTheActualOutcome() {
        handler.serverDown = true;
        ProcessedEvent event = worker.process(TYPE, SEVEN);
        assertThatThrownBy(event::assertCompleted)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("Expected shop:1 to be completed")
                .hasMessageContaining("It is parked")
                .hasMessageContaining("no answer` (`MailServerDown`)")
                .hasMessageContaining("welcome-mail: ");
        assertThatThrownBy(() -> event.assertAttempts(2)).hasMessageContaining("2 attempts, not 3");
        assertThatThrownBy(() -> event.assertDelays(ofSeconds(10), ofSeconds(10)))
                .hasMessageContaining("after [PT10S, PT10S], not after [PT10");
        assertThatThrownBy(() -> event.assertDelays(ofSeconds(10))).isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> event.assertParked("Refused")).isInstanceOf(AssertionError.class);
        assertThatThrownBy(event::assertDiscarded).isInstanceOf(AssertionError.class);
        assertThatThrownBy(event::assertUnhandled).isInstanceOf(AssertionError.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"push", ".push", ""})
    void eventTypeBeginsWithItsSource(String type) {
        assertThatThrownBy(() -> TestEvent.of(type, "{}"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("<source>.<type>");
    }
}
