package dev.durahook.connection.outage;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.spi.ILoggingEvent;
import dev.durahook.testsupport.LogLines;
import io.grpc.Status;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.temporal.client.WorkflowClient;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class OutagesTest {

    private static final String TARGET = "127.0.0.1:1";

    @RegisterExtension
    final LogLines log = LogLines.of(Outages.class);

    private final WorkflowServiceStubs stubs = WorkflowServiceStubs.newServiceStubs(
            WorkflowServiceStubsOptions.newBuilder().setTarget(TARGET).build());
    private final AtomicLong nanoTime = new AtomicLong();
    private final Outages outages = new Outages(WorkflowClient.newInstance(stubs), nanoTime::get);

    @AfterEach
    void stop() {
        stubs.shutdownNow();
    }

    @Test
    void answerWithoutAnOutageIsNotLogged() {
        outages.answered();
        outages.answered();
        assertThat(lines()).isEmpty();
    }

    @Test
    void outageIsLoggedOnceAlsoIfItsReasonChanges() {
        outages.answered();
        fail(Status.UNAVAILABLE.withDescription("refused"));
        fail(Status.UNAVAILABLE.withDescription("reset"));
        fail(Status.DEADLINE_EXCEEDED);
        fail(Status.INTERNAL.withDescription("half a stream"));
        outages.answered();
        outages.answered();
        assertThat(lines())
                .containsExactly(
                        "Temporal is down: " + TARGET + " can't be reached: refused", "Temporal answers again");
    }

    @Test
    void faultThatNeedsAPersonIsLoggedDuringAnOutageToo() {
        fail(Status.DEADLINE_EXCEEDED);
        fail(Status.NOT_FOUND);
        fail(Status.NOT_FOUND);
        fail(Status.PERMISSION_DENIED.withDescription("no such key"));
        fail(Status.UNAUTHENTICATED.withDescription("no key"));
        outages.answered();
        assertThat(lines())
                .containsExactly(
                        "Temporal is down: no answer in time from " + TARGET,
                        "Temporal answers, but can't be used: namespace \"default\" not found: temporal operator namespace create --namespace"
                                + " default --retention 7d",
                        "Temporal answers, but can't be used: the credentials are not accepted for namespace \"default\": no such key",
                        "Temporal answers again");
    }

    @Test
    void temporalThatHasAnsweredIsNotSaidToBeDown() {
        fail(Status.RESOURCE_EXHAUSTED.withDescription("namespace rate limit exceeded"));
        fail(Status.DEADLINE_EXCEEDED);
        assertThat(lines())
                .containsExactly(
                        "Temporal answers, but can't be used: RESOURCE_EXHAUSTED: namespace rate limit exceeded");
    }

    @Test
    void outageIsOverOnceTemporalHasAnsweredWithoutABreak() {
        assertThat(outages.areOverFor(Duration.ZERO)).isFalse();
        outages.answered();
        nanoTime.addAndGet(Duration.ofSeconds(5).toNanos());
        outages.answered();
        assertThat(outages.areOverFor(Duration.ofSeconds(5))).isTrue();
        assertThat(outages.areOverFor(Duration.ofSeconds(6))).isFalse();
        fail(Status.UNAVAILABLE);
        assertThat(outages.areOverFor(Duration.ZERO)).isFalse();
    }

    @Test
    void gaugeSaysWhetherTemporalAnswersWithoutAnyDelivery() {
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        outages.bindTo(meters);
        assertThat(answers(meters)).isZero();
        outages.answered();
        assertThat(answers(meters)).isOne();
        fail(Status.UNAVAILABLE);
        assertThat(answers(meters)).isZero();
        outages.answered();
        assertThat(answers(meters)).isOne();
        outages.failed(new IllegalStateException("not an answer either"));
        assertThat(answers(meters)).isZero();
    }

    @Test
    void gaugeDoesNotKeepAnOldAnswer() {
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        outages.bindTo(meters);
        outages.answered();
        nanoTime.addAndGet(Duration.ofSeconds(119).toNanos());
        assertThat(answers(meters)).isOne();
        nanoTime.addAndGet(Duration.ofSeconds(1).toNanos());
        assertThat(answers(meters)).isZero();
        outages.answered();
        assertThat(answers(meters)).isOne();
    }

    private static double answers(SimpleMeterRegistry meters) {
        return meters.get("durahook.temporal.answers").gauge().value();
    }

    private void fail(Status status) {
        outages.failed(status.asRuntimeException());
    }

    // Other tests run at the same time and log as well.
    private List<String> lines() {
        String thread = Thread.currentThread().getName();
        return log.events().stream()
                .filter(line -> line.getThreadName().equals(thread))
                .map(ILoggingEvent::getFormattedMessage)
                .toList();
    }
}
