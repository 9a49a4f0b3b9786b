package dev.durahook.workflows.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.durahook.workflows.Golden;
import io.temporal.activity.ActivityOptions;
import io.temporal.common.RetryOptions;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.arbitraries.DoubleArbitrary;
import net.jqwik.api.arbitraries.LongArbitrary;
import net.jqwik.api.constraints.IntRange;

/** No wait is longer or shorter than the policy declares, whichever of Temporal's server and the worker decides on it. */
class RetryPolicyPropertyTest {

    private static final Supplier<Backoff> NOT_ASKED = () -> {
        throw new AssertionError("the policy travels with its activity");
    };

    // Waits are asked for in whole milliseconds, and are never 0, after which the server would make no attempt.
    private static final double ROUNDED = 1;

    @Property
    void backoffGrowsByTheCoefficientUpToTheMaximum(
            @ForAll("backoffs") RetryPolicy policy, @ForAll @IntRange(min = 1, max = 2_000) int attempt) {
        double declared = millis(policy.initialInterval()) * Math.pow(policy.backoffCoefficient(), attempt - 1.0);

        assertThat(millis(Pacing.of(policy).after(attempt, NOT_ASKED)))
                .isCloseTo(Math.min(declared, millis(policy.maximumInterval())), within(ROUNDED));
    }

    @Property
    void declaredDelaysAreKeptInTheirOrderAndTheLastIsRepeated(
            @ForAll("delays") RetryPolicy policy, @ForAll @IntRange(min = 1, max = 20) int attempt) {
        List<Duration> delays = policy.delays();
        Duration declared = attempt > delays.size() ? delays.get(delays.size() - 1) : delays.get(attempt - 1);

        assertThat(Pacing.of(policy).after(attempt, NOT_ASKED)).isEqualTo(declared);
    }

    @Property
    void jitterStaysWithinItsShareOfTheWait(
            @ForAll("policies") RetryPolicy policy,
            @ForAll @IntRange(min = 1, max = 100) int attempt,
            @ForAll long chance) {
        Pacing pacing = Pacing.of(policy);
        double wait = millis(pacing.after(attempt, NOT_ASKED));

        assertThat(millis(pacing.after(attempt, NOT_ASKED, new Random(chance))))
                .isBetween(Math.max(1, wait * (1 - policy.jitter()) - ROUNDED), wait * (1 + policy.jitter()) + ROUNDED);
    }

    @Property
    void serverIsAskedForTheDeclaredAttemptsAndWaits(@ForAll("backoffs") RetryPolicy policy) {
        RetryOptions asked = retries(policy.toActivityOptions("Book it"));

        assertThat(asked.getMaximumAttempts()).isEqualTo(policy.maximumAttempts());
        assertThat(asked.getInitialInterval()).isEqualTo(policy.initialInterval());
        assertThat(asked.getBackoffCoefficient()).isEqualTo(policy.backoffCoefficient());
        assertThat(asked.getMaximumInterval()).isEqualTo(policy.maximumInterval());
        assertThat(asked.getDoNotRetry()).containsExactlyElementsOf(policy.nonRetryableErrorTypes());
    }

    @Property
    void timedOutAttemptWaitsForTheFirstDelay(@ForAll("delays") RetryPolicy policy) {
        RetryOptions asked = retries(policy.toActivityOptions("Book it"));

        assertThat(asked.getInitialInterval()).isEqualTo(policy.delays().get(0));
        assertThat(asked.getMaximumInterval()).isEqualTo(policy.delays().get(0));
        assertThat(asked.getMaximumAttempts()).isEqualTo(policy.maximumAttempts());
    }

    @Property
    void spreadChangesTheServersWaitsByOnePartWithinTheJitter(
            @ForAll("policies") RetryPolicy policy, @ForAll String seed) {
        RetryOptions declared = retries(policy.toActivityOptions("Book it"));
        RetryOptions spread = retries(SpreadBackoff.of(policy.toActivityOptions("Book it"), policy.jitter(), seed));
        double most = Math.min(0.5, policy.jitter());

        assertWithin(most, declared.getInitialInterval(), spread.getInitialInterval());
        assertWithin(most, declared.getMaximumInterval(), spread.getMaximumInterval());
        assertThat(spread.getMaximumInterval()).isGreaterThanOrEqualTo(spread.getInitialInterval());
        assertThat(spread.getMaximumAttempts()).isEqualTo(policy.maximumAttempts());
    }

    @Property
    void recordedPolicyIsReadAsItWasDeclared(@ForAll("policies") RetryPolicy policy) {
        assertThat(Golden.reread(policy)).isEqualTo(policy);
    }

    private static void assertWithin(double part, Duration declared, Duration spread) {
        assertThat(spread).isPositive();
        assertThat(millis(spread))
                .isBetween(millis(declared) * (1 - part) - ROUNDED, millis(declared) * (1 + part) + ROUNDED);
    }

    private static RetryOptions retries(ActivityOptions options) {
        return options.getRetryOptions();
    }

    private static double millis(Duration duration) {
        return duration.toSeconds() * 1e3 + duration.toNanosPart() / 1e6;
    }

    @Provide
    Arbitrary<RetryPolicy> policies() {
        return Arbitraries.oneOf(backoffs(), delays());
    }

    @Provide
    Arbitrary<RetryPolicy> backoffs() {
        return policy(Arbitraries.just(List.of()));
    }

    @Provide
    Arbitrary<RetryPolicy> delays() {
        return policy(waits().list().ofMinSize(1).ofMaxSize(8));
    }

    private static Arbitrary<RetryPolicy> policy(Arbitrary<List<Duration>> delays) {
        DoubleArbitrary coefficients = Arbitraries.doubles().between(1, 100).ofScale(3);
        Arbitrary<Double> jitters = Arbitraries.oneOf(
                Arbitraries.of(0.0, 1.0), Arbitraries.doubles().between(0, 1).ofScale(3));
        return Combinators.combine(
                        waits(), coefficients, waits(), Arbitraries.integers().between(0, 50), jitters, delays)
                .as((one, coefficient, other, attempts, jitter, listed) -> new RetryPolicy(
                        one.compareTo(other) < 0 ? one : other,
                        coefficient,
                        one.compareTo(other) < 0 ? other : one,
                        attempts,
                        Duration.ofMinutes(1),
                        null,
                        List.of("Refused"),
                        null,
                        jitter,
                        listed,
                        null));
    }

    // From a nanosecond to the hundred years that a configuration may ask for.
    private static Arbitrary<Duration> waits() {
        LongArbitrary numbers = Arbitraries.longs();
        return Arbitraries.oneOf(
                numbers.between(1, 5_000_000).map(Duration::ofNanos),
                numbers.between(1, 100_000).map(Duration::ofMillis),
                numbers.between(1, 36_500).map(Duration::ofDays));
    }
}
