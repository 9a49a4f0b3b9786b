package dev.durahook.workflows.policy;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import dev.durahook.workflows.attempt.FirstFailure;
import io.temporal.activity.ActivityOptions;
import io.temporal.common.RetryOptions;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A declared retry policy. Every field for which Temporal has an option has the name and meaning of that option.
 * Jitter, explicit delays and the limit of parking are additions.
 *
 * @param initialInterval wait before the second attempt
 * @param backoffCoefficient each wait is this many times the wait before; 1 or more
 * @param maximumInterval the longest wait between two attempts
 * @param maximumAttempts attempts in all, the first included; 0 for no limit
 * @param startToCloseTimeout the longest that one attempt may take
 * @param scheduleToCloseTimeout the longest that all attempts may take together; no limit if absent
 * @param nonRetryableErrorTypes failure types that end the step at once
 * @param heartbeatTimeout the longest time between two heartbeats of an attempt, before the attempt counts as lost; no
 *     limit if absent
 * @param jitter the largest part of a wait by which it is made shorter or longer by chance, from 0 to 1
 * @param delays the waits one by one, instead of a backoff; the last one is for all that follow
 * @param parkTimeout the longest that a parked step waits for a decision, before it is discarded; no limit if absent
 * @param inlineFirstAttempt whether the worker may make the first attempt inside the workflow task, before an activity
 *     is scheduled; false if absent
 * @param inlineDestinationStep whether this holds for a {@code DestinationStep} of an author's workflow as well; false if
 *     absent, because the workers that did not know this field scheduled each of these steps
 * @param name the policy's name under {@code durahook.policies}, if the worker has chosen the policy; absent if the
 *     workflow has named it
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record RetryPolicy(
        Duration initialInterval,
        double backoffCoefficient,
        Duration maximumInterval,
        int maximumAttempts,
        Duration startToCloseTimeout,
        @Nullable Duration scheduleToCloseTimeout,
        List<String> nonRetryableErrorTypes,
        @Nullable Duration heartbeatTimeout,

        @JsonSetter(nulls = Nulls.AS_EMPTY) @JsonInclude(JsonInclude.Include.NON_DEFAULT)
        double jitter,

        List<Duration> delays,
        @Nullable Duration parkTimeout,

        @JsonSetter(nulls = Nulls.AS_EMPTY) @JsonInclude(JsonInclude.Include.NON_DEFAULT)
        boolean inlineFirstAttempt,

        @JsonSetter(nulls = Nulls.AS_EMPTY) @JsonInclude(JsonInclude.Include.NON_DEFAULT)
        boolean inlineDestinationStep,

        @Nullable String name) {

    /**
     * The longest {@code start-to-close-timeout} with which a first attempt may be made inside the workflow task. The
     * workflow gets no signal meanwhile, and its history grows by three events every eight seconds.
     */
    public static final Duration LONGEST_INLINE_ATTEMPT = Duration.ofMinutes(1);

    public RetryPolicy {
        requirePositive(initialInterval, "initial-interval");
        requirePositive(startToCloseTimeout, "start-to-close-timeout");
        require(backoffCoefficient >= 1, "backoff-coefficient must be 1 or more");
        require(
                maximumInterval.compareTo(initialInterval) >= 0,
                "maximum-interval must not be shorter than initial-interval");
        require(maximumAttempts >= 0, "maximum-attempts must be 0 (no limit) or more");
        requireNoneOrPositive(scheduleToCloseTimeout, "schedule-to-close-timeout");
        requireNoneOrPositive(heartbeatTimeout, "heartbeat-timeout");
        requireNoneOrPositive(parkTimeout, "park-timeout");
        nonRetryableErrorTypes = orEmpty(nonRetryableErrorTypes);
        require(jitter >= 0 && jitter <= 1, "jitter must be from 0 to 1");
        delays = orEmpty(delays);
        delays.forEach(delay -> requirePositive(delay, "delays"));
    }

    /** A policy with Temporal's own backoff, without jitter, explicit delays and a limit of parking. */
    public RetryPolicy(
            Duration initialInterval,
            double backoffCoefficient,
            Duration maximumInterval,
            int maximumAttempts,
            Duration startToCloseTimeout,
            @Nullable Duration scheduleToCloseTimeout,
            List<String> nonRetryableErrorTypes) {
        this(
                initialInterval,
                backoffCoefficient,
                maximumInterval,
                maximumAttempts,
                startToCloseTimeout,
                scheduleToCloseTimeout,
                nonRetryableErrorTypes,
                null,
                0,
                List.of(),
                null);
    }

    /** A policy whose attempts are all made by the scheduled activity. */
    public RetryPolicy(
            Duration initialInterval,
            double backoffCoefficient,
            Duration maximumInterval,
            int maximumAttempts,
            Duration startToCloseTimeout,
            @Nullable Duration scheduleToCloseTimeout,
            List<String> nonRetryableErrorTypes,
            @Nullable Duration heartbeatTimeout,
            double jitter,
            List<Duration> delays,
            @Nullable Duration parkTimeout) {
        this(
                initialInterval,
                backoffCoefficient,
                maximumInterval,
                maximumAttempts,
                startToCloseTimeout,
                scheduleToCloseTimeout,
                nonRetryableErrorTypes,
                heartbeatTimeout,
                jitter,
                delays,
                parkTimeout,
                false,
                false,
                null);
    }

    /**
     * Whether the worker may make a first attempt inside the workflow task. Heartbeats need an activity that is
     * scheduled.
     */
    public boolean allowsInlineAttempt() {
        return inlineFirstAttempt
                && heartbeatTimeout == null
                && startToCloseTimeout.compareTo(LONGEST_INLINE_ATTEMPT) <= 0;
    }

    /** The same policy, with the name under which it is declared. */
    public RetryPolicy withName(String declared) {
        return with(inlineFirstAttempt, inlineDestinationStep, declared);
    }

    /** The same policy, whose attempts are all made by the scheduled activity. */
    public RetryPolicy withoutInlineAttempt() {
        return with(false, false, name);
    }

    private RetryPolicy with(boolean inlineAttempt, boolean inlineStep, @Nullable String policyName) {
        return new RetryPolicy(
                initialInterval,
                backoffCoefficient,
                maximumInterval,
                maximumAttempts,
                startToCloseTimeout,
                scheduleToCloseTimeout,
                nonRetryableErrorTypes,
                heartbeatTimeout,
                jitter,
                delays,
                parkTimeout,
                inlineAttempt,
                inlineStep,
                policyName);
    }

    /** This policy in a few words, such as {@code 20 attempts, 10s ×2 up to 30m}. */
    public String describe() {
        return PolicyText.of(this);
    }

    /**
     * Schedules an activity under this policy. Only for workflow code.
     *
     * @param summary what the Web UI shows beside the activity; at most 400 bytes as a payload
     * @param activity calls one activity with the options it is given
     */
    public <R> R run(String summary, Function<ActivityOptions, R> activity) {
        return run(summary, new PolicyInForce(this, null, false), activity);
    }

    /**
     * Makes the first attempt of an activity inside the workflow task if this policy allows it and the worker has room;
     * otherwise schedules the activity, as {@link #run} does. Only for workflow code.
     *
     * @param summary what the Web UI shows beside the activity; at most 400 bytes as a payload
     * @param activity calls one activity with the options it is given
     */
    public <R> R runInline(String summary, Function<ActivityOptions, R> activity) {
        return run(summary, new PolicyInForce(this, null, allowsInlineAttempt()), activity);
    }

    /**
     * Schedules an activity whose first attempt has been made already, and has failed. The first attempt that Temporal
     * counts fails at once with that failure; the further attempts follow under this policy. Only for workflow code.
     *
     * @param summary what the Web UI shows beside the activity; at most 400 bytes as a payload
     * @param failure why the first attempt has failed
     * @param activity calls one activity with the options it is given
     */
    public <R> R goOn(String summary, FirstFailure failure, Function<ActivityOptions, R> activity) {
        return run(summary, new PolicyInForce(this, failure, false), activity);
    }

    private <R> R run(String summary, PolicyInForce inForce, Function<ActivityOptions, R> activity) {
        return inForce.during(() -> activity.apply(toActivityOptions(summary)));
    }

    /** The options of an activity that runs under this policy, to be passed with the call. */
    public ActivityOptions toActivityOptions(String summary) {
        return ActivityOptions.newBuilder()
                .setSummary(summary)
                .setStartToCloseTimeout(startToCloseTimeout)
                .setScheduleToCloseTimeout(scheduleToCloseTimeout)
                .setHeartbeatTimeout(heartbeatTimeout)
                .setRetryOptions(toRetryOptions())
                .build();
    }

    // If an attempt times out, the server decides on the wait, and the server does not know the list of delays. The
    // first delay is the closest value.
    private RetryOptions toRetryOptions() {
        boolean listed = !delays.isEmpty();
        return RetryOptions.newBuilder()
                .setInitialInterval(listed ? delays.get(0) : initialInterval)
                .setBackoffCoefficient(listed ? 1 : backoffCoefficient)
                .setMaximumInterval(listed ? delays.get(0) : maximumInterval)
                .setMaximumAttempts(maximumAttempts)
                .setDoNotRetry(nonRetryableErrorTypes.toArray(String[]::new))
                .build();
    }

    private static <T> List<T> orEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }

    private static void requireNoneOrPositive(@Nullable Duration duration, String key) {
        if (duration != null) {
            requirePositive(duration, key);
        }
    }

    private static void requirePositive(Duration duration, String key) {
        require(duration.compareTo(Duration.ZERO) > 0, key + " must be longer than 0");
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }
}
