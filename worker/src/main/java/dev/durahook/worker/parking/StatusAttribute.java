package dev.durahook.worker.parking;

import dev.durahook.workflows.parking.EventStatus;
import dev.durahook.workflows.parking.ParkingActivities;
import io.grpc.StatusRuntimeException;
import io.temporal.serviceclient.WorkflowServiceStubs;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The search attribute by which parked events are found. Registered where the server allows; where it doesn't, or where
 * the name is taken, events are processed and parked all the same, only not found by it.
 *
 * <p>It may come and go while a worker runs: with a new database, or by an operator's hand. So an answer is never kept for
 * long.
 */
public final class StatusAttribute implements ParkingActivities {

    private static final Logger LOG = LoggerFactory.getLogger(StatusAttribute.class);
    private static final String NAME = EventStatus.KEY.getName();

    // Thousands of events may be parked in one go. A task that Temporal refuses for a wrong answer is tried again for
    // longer than this.
    private static final Duration FRESH = Duration.ofSeconds(5);

    private final StatusQuestions questions;
    private final LongSupplier nanoTime;
    private @Nullable StatusPresence last;
    private long lastAt;
    private @Nullable String said;

    StatusAttribute(WorkflowServiceStubs stubs, String namespace) {
        this(new StatusQuestions(stubs, namespace), System::nanoTime);
    }

    StatusAttribute(StatusQuestions questions, LongSupplier nanoTime) {
        this.questions = questions;
        this.nanoTime = nanoTime;
    }

    /** {@inheritDoc} A few seconds ago, at the latest. */
    @Override
    public synchronized boolean statusAttributeRegistered() {
        if (last == null || nanoTime.getAsLong() - lastAt > FRESH.toNanos()) {
            look();
        }
        return last == StatusPresence.USABLE;
    }

    /**
     * Registers the attribute if it is missing. What keeps it from being of use is logged once, with the command that
     * mends it.
     */
    public synchronized void mend() {
        try {
            StatusPresence presence = look();
            switch (presence) {
                case USABLE -> say(null, null);
                case MISSING -> register();
                case OF_ANOTHER_TYPE ->
                    say(
                            "is of the type " + questions.type() + " and not Keyword",
                            "(if nothing else uses it) " + remove() + " && " + create());
                case UNKNOWN_TO_SERVER -> LOG.debug("This server has no search attributes");
            }
        } catch (StatusRuntimeException e) {
            LOG.debug("The search attribute could not be looked at: {}", e.getMessage());
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
            default -> say("could not be registered (" + e.getMessage() + ")", create());
        }
    }

    private StatusPresence look() {
        StatusPresence now = questions.presence();
        last = now;
        lastAt = nanoTime.getAsLong();
        return now;
    }

    private void say(@Nullable String problem, @Nullable String command) {
        if (problem == null) {
            if (said != null) {
                LOG.info("The search attribute {} is of use now: parked events are found by it", NAME);
            }
        } else if (!problem.equals(said)) {
            LOG.warn(
                    "The search attribute {} {}. Events are processed and parked all the same, but parked ones are not"
                            + " found by it until somebody runs: {}",
                    NAME,
                    problem,
                    command);
        }
        said = problem;
    }

    private String create() {
        return "temporal operator search-attribute create --namespace " + questions.namespace() + " --name " + NAME
                + " --type Keyword";
    }

    private String remove() {
        return "temporal operator search-attribute remove --namespace " + questions.namespace() + " --name " + NAME
                + " --yes";
    }

    /** How many events are parked; not a number where it can't be known now. */
    double countParked() {
        try {
            return questions.countParked();
        } catch (StatusRuntimeException e) {
            LOG.debug("Parked events can't be counted: {}", e.getMessage());
            return Double.NaN;
        }
    }
}
