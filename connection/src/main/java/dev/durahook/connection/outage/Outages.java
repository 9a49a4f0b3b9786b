package dev.durahook.connection.outage;

import dev.durahook.connection.server.ServerContactListener;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.temporal.client.WorkflowClient;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logs once that Temporal is down or can't be used, and once that it answers again, no matter how many parts of the
 * application notice and whether a probe asks. During an outage the failures may differ, such as a refused connection
 * and a timeout, but they belong to the same outage. A missing namespace and a refused credential are logged
 * separately.
 *
 * <p>The gauge {@code durahook.temporal.answers} says the same to an alert. It does not depend on deliveries, of which
 * none may arrive during an outage, because a balancer sends none to a receiver that is not ready.
 */
final class Outages implements ServerContactListener, MeterBinder {

    private static final Logger LOG = LoggerFactory.getLogger(Outages.class);

    /** Temporal is asked every 30 seconds. If a question itself hangs, such as for a key's file, no failure is reported. */
    private static final Duration LONGEST_SILENCE = Duration.ofMinutes(2);

    private final WorkflowClient client;
    private final LongSupplier nanoTime;
    private @Nullable Kind told;
    private @Nullable Long answersSince;
    private long lastAnswer;

    Outages(WorkflowClient client, LongSupplier nanoTime) {
        this.client = client;
        this.nanoTime = nanoTime;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("durahook.temporal.answers", () -> answers() ? 1 : 0)
                .description("1 if Temporal has answered the last question whether it knows the namespace, otherwise 0;"
                        + " also 0 if no answer has come for two minutes")
                .register(registry);
    }

    private synchronized boolean answers() {
        return answersSince != null && nanoTime.getAsLong() - lastAnswer < LONGEST_SILENCE.toNanos();
    }

    @Override
    public synchronized void answered() {
        lastAnswer = nanoTime.getAsLong();
        if (told != null) {
            LOG.info("Temporal answers again");
            told = null;
        }
        if (answersSince == null) {
            answersSince = lastAnswer;
        }
    }

    @Override
    public synchronized void failed(RuntimeException failure) {
        answersSince = null;
        if (failure instanceof StatusRuntimeException refused) {
            Kind kind = Kind.of(refused.getStatus().getCode());
            if (kind != told) {
                LOG.warn("{}: {}", summary(refused.getStatus().getCode()), FailureReason.of(refused, client));
                told = kind;
            }
        }
    }

    /** Whether Temporal has answered for at least this long without a failure. */
    synchronized boolean areOverFor(Duration duration) {
        return answersSince != null && nanoTime.getAsLong() - answersSince >= duration.toNanos();
    }

    private static String summary(Status.Code code) {
        return switch (code) {
            case NOT_FOUND, UNAUTHENTICATED, PERMISSION_DENIED, RESOURCE_EXHAUSTED ->
                "Temporal answers, but can't be used";
            default -> "Temporal is down";
        };
    }

    private enum Kind {
        AWAY,
        WITHOUT_THE_NAMESPACE,
        WITHOUT_PERMISSION;

        static Kind of(Status.Code code) {
            return switch (code) {
                case NOT_FOUND -> WITHOUT_THE_NAMESPACE;
                case UNAUTHENTICATED, PERMISSION_DENIED -> WITHOUT_PERMISSION;
                default -> AWAY;
            };
        }
    }
}
