package dev.durahook.worker.metrics;

import dev.durahook.connection.metrics.LabelValueLimit;
import dev.durahook.workflows.TaskQueues;
import dev.durahook.workflows.attempt.NoAttempt;
import dev.durahook.workflows.interception.AttemptInterceptor;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.temporal.activity.ActivityInfo;
import io.temporal.common.interceptors.ActivityInboundCallsInterceptor;
import io.temporal.common.interceptors.WorkerInterceptorBase;
import io.temporal.serviceclient.MetricsTag;
import java.time.Duration;
import java.util.Set;

/**
 * Counts and times each attempt of a handler, of a destination and of an author's own activity once, inside and outside
 * workflow tasks: the metric {@code durahook.attempts}. The SDK's metrics of activities leave out the attempts inside
 * workflow tasks, which are almost all. After such an attempt has failed, they count the activity's attempt 1, which only
 * reports that failure, and takes no time.
 */
final class MeasuredAttempts extends WorkerInterceptorBase {

    private static final Duration[] BUCKETS = {
        Duration.ofMillis(10),
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofMillis(2_500),
        Duration.ofSeconds(5),
        Duration.ofSeconds(10),
        Duration.ofSeconds(30),
        Duration.ofMinutes(1),
        Duration.ofMinutes(10)
    };

    private final MeterRegistry meters;

    // An author's workflow may name an activity after the event's type, which the sender chooses.
    private final LabelValueLimit known = new LabelValueLimit(Set.of(MetricsTag.ACTIVITY_TYPE));

    MeasuredAttempts(MeterRegistry meters) {
        this.meters = meters;
    }

    @Override
    public ActivityInboundCallsInterceptor interceptActivity(ActivityInboundCallsInterceptor next) {
        return new MeasuredCalls(next);
    }

    // An attempt inside a workflow task is not described as local. Other local activities, such as the one that makes
    // the plan, are no attempts, and neither are the calls of an operation.
    private static boolean isAttempt(ActivityInfo activity) {
        return !activity.isLocal() && !TaskQueues.isReserved(activity.getActivityTaskQueue());
    }

    private Timer timer(String activity, AttemptResult result) {
        return Timer.builder("durahook.attempts")
                .description("Attempts of handlers, of destinations and of activities of your own")
                .tag(MetricsTag.ACTIVITY_TYPE, known.of(MetricsTag.ACTIVITY_TYPE, activity))
                .tag("result", result.label())
                .serviceLevelObjectives(BUCKETS)
                .register(meters);
    }

    private final class MeasuredCalls extends AttemptInterceptor {

        MeasuredCalls(ActivityInboundCallsInterceptor next) {
            super(next);
        }

        @Override
        public ActivityOutput execute(ActivityInput input) {
            ActivityInfo activity = context().getInfo();
            return isAttempt(activity) ? measured(input, activity.getActivityType()) : super.execute(input);
        }

        private ActivityOutput measured(ActivityInput input, String activity) {
            Timer.Sample sample = Timer.start(meters);
            try {
                ActivityOutput output = super.execute(input);
                sample.stop(timer(activity, AttemptResult.of(context())));
                return output;
            } catch (RuntimeException | Error failure) {
                if (!NoAttempt.isSaidBy(failure)) {
                    sample.stop(timer(activity, AttemptResult.of(failure)));
                }
                throw failure;
            }
        }
    }
}
