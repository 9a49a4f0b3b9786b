package dev.durahook.worker.parking;

import dev.durahook.connection.server.OperatorCommands;
import dev.durahook.worker.parking.StatusAttributeState.Kind;
import dev.durahook.workflows.parking.EventStatus;
import dev.durahook.workflows.parking.ParkingActivities;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.temporal.serviceclient.WorkflowServiceStubs;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The search attribute by which operators find parked events. Durahook registers the attribute if the server allows it.
 * If the server does not, or if the name is taken, events are still processed and parked, but can't be found by the
 * attribute.
 *
 * <p>The attribute may appear and disappear while a worker runs: the database may be replaced, or an operator may add
 * or remove the attribute. So an answer about the attribute is kept only for a few seconds.
 */
public final class StatusAttribute implements ParkingActivities {

    private static final Logger LOG = LoggerFactory.getLogger(StatusAttribute.class);
    private static final String NAME = EventStatus.KEY.getName();

    // Thousands of events may be parked at once, so the answer is kept for a moment. If the answer is wrong and
    // Temporal refuses a workflow task, Temporal retries the task for longer than this.
    private static final Duration FRESH = Duration.ofSeconds(5);

    private final StatusQuestions questions;
    private final OperatorCommands commands;
    private final LongSupplier nanoTime;
    private @Nullable StatusAttributeState last;
    private @Nullable Status unanswered;
    private long lastAt;
    private @Nullable String said;

    StatusAttribute(WorkflowServiceStubs stubs, String namespace) {
        this(new StatusQuestions(stubs, namespace), OperatorCommands.of(stubs, namespace), System::nanoTime);
    }

    StatusAttribute(StatusQuestions questions, OperatorCommands commands, LongSupplier nanoTime) {
        this.questions = questions;
        this.commands = commands;
        this.nanoTime = nanoTime;
    }

    /**
     * {@inheritDoc} The answer may be a few seconds old.
     *
     * @throws StatusRuntimeException if the server did not answer now or a few seconds ago
     */
    @Override
    public synchronized boolean statusAttributeRegistered() {
        boolean isFresh = nanoTime.getAsLong() - lastAt <= FRESH.toNanos();
        if (isFresh && unanswered != null) {
            throw unanswered.asRuntimeException();
        }
        StatusAttributeState presence = last;
        if (presence == null || !isFresh) {
            presence = look();
        }
        return presence.kind() == Kind.USABLE;
    }

    /**
     * Registers the attribute if it is missing. If a problem makes the attribute unusable, logs the problem once, with
     * the command that solves it.
     */
    public synchronized void ensureUsable() {
        try {
            StatusAttributeState presence = look();
            switch (presence.kind()) {
                case USABLE -> say(null, null);
                case MISSING -> register();
                case OF_ANOTHER_TYPE ->
                    say(
                            "has the type " + presence.typeName() + " instead of Keyword",
                            commands.freeName(NAME) + " && " + commands.createKeyword(NAME)
                                    + " (only if nothing else uses the present attribute)");
                case UNKNOWN_TO_SERVER -> LOG.debug("This server has no search attributes");
            }
        } catch (StatusRuntimeException e) {
            LOG.debug("The search attribute could not be read: {}", e.getMessage());
        }
    }

    private void register() {
        try {
            questions.register();
            last = null;
            said = null;
            LOG.info("Registered the search attribute {} in namespace {}", NAME, questions.namespace());
        } catch (StatusRuntimeException e) {
            sayUnlessAnotherWorkerWasFaster(e);
        }
    }

    private void sayUnlessAnotherWorkerWasFaster(StatusRuntimeException e) {
        switch (e.getStatus().getCode()) {
            case ALREADY_EXISTS -> LOG.debug("Another worker has registered the search attribute");
            default -> say("could not be registered (" + e.getMessage() + ")", commands.createKeyword(NAME));
        }
    }

    // A missing answer is kept as well. If each of the events that wait here asked a server that hangs, the last one
    // would wait for all time-outs together, and the waiting calls would take the slots of all other events.
    private StatusAttributeState look() {
        last = null;
        unanswered = null;
        try {
            StatusAttributeState now = questions.presence();
            last = now;
            return now;
        } catch (StatusRuntimeException e) {
            unanswered = e.getStatus();
            throw e;
        } finally {
            lastAt = nanoTime.getAsLong();
        }
    }

    private void say(@Nullable String problem, @Nullable String command) {
        if (problem == null) {
            if (said != null) {
                LOG.info(
                        "The search attribute {} is usable now: events that are parked from now on can be found by it",
                        NAME);
            }
        } else if (!problem.equals(said)) {
            LOG.warn(
                    "The search attribute {} {}. Events are still processed and parked, but parked events can't be"
                            + " found by it. To correct this, run: {}",
                    NAME,
                    problem,
                    command);
        }
        said = problem;
    }

    /**
     * Returns the number of parked events.
     *
     * @throws io.grpc.StatusRuntimeException if Temporal can't tell now
     */
    long countParked() {
        return questions.countParked();
    }
}
