package dev.durahook.worker.inline;

import dev.durahook.connection.server.PayloadLimit;
import dev.durahook.workflows.routing.FirstAttempt;
import io.temporal.common.converter.DataConverter;
import io.temporal.common.interceptors.ActivityInboundCallsInterceptor;
import io.temporal.common.interceptors.ActivityInboundCallsInterceptor.ActivityOutput;
import io.temporal.common.interceptors.WorkerInterceptorBase;
import java.util.function.Supplier;

/**
 * Makes first attempts inside workflow tasks, if there is a place. An attempt passes all other interceptors, as an
 * attempt of a scheduled activity does. If the attempt fails, the workflow schedules the activity for the further
 * attempts.
 *
 * <p>Must be the outermost interceptor of activities.
 */
final class InlineAttempts extends WorkerInterceptorBase {

    private final Supplier<InlinePlaces> places;
    private final Supplier<DataConverter> converter;
    private final PayloadLimit limit;
    private final BegunAttempts<FirstAttempt> planned = new BegunAttempts<>();
    private final BegunAttempts<ActivityOutput> called = new BegunAttempts<>();

    /**
     * Asks for the places and the client's data converter only when an activity runs, because they are known only after
     * the workers exist.
     */
    InlineAttempts(Supplier<InlinePlaces> places, Supplier<DataConverter> converter, PayloadLimit limit) {
        this.places = places;
        this.converter = converter;
        this.limit = limit;
    }

    @Override
    public ActivityInboundCallsInterceptor interceptActivity(ActivityInboundCallsInterceptor next) {
        ActivityInboundCallsInterceptor steps =
                new StepCalls(next, places, called, new AcceptableResult(converter.get(), limit));
        return new ReportedAttempt(new PlanCalls(steps, places, planned), converter.get());
    }
}
