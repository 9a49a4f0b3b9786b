package dev.durahook.workflows.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.durahook.workflows.Golden;
import io.temporal.activity.ActivityOptions;
import io.temporal.common.RetryOptions;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RetryPolicyTest {

    private static final Duration SECOND = Duration.ofSeconds(1);

    private static final RetryPolicy FULL = new RetryPolicy(
            Duration.ofMillis(1500),
            2.5,
            Duration.ofMinutes(30),
            20,
            Duration.ofSeconds(10),
            Duration.ofHours(6),
            List.of("CardClosed", "java.lang.IllegalArgumentException"));

    private static final RetryPolicy PACED = new RetryPolicy(
            SECOND,
            2,
            SECOND,
            4,
            SECOND,
            null,
            List.of(),
            Duration.ofSeconds(2),
            0.2,
            List.of(Duration.ofSeconds(5), Duration.ofMinutes(5)),
            Duration.ofDays(30));

    private static final RetryPolicy SMALLEST =
            new RetryPolicy(SECOND, 1, SECOND, 0, Duration.ofSeconds(10), null, List.of());

    @Test
    void isWrittenAsTheGoldenFileSays() {
        assertThat(Golden.write(FULL)).isEqualTo(Golden.text("retry-policy.json"));
        assertThat(Golden.write(SMALLEST)).isEqualTo(Golden.text("retry-policy-smallest.json"));
    }

    @Test
    void pacedPolicyIsWrittenAndReadAsTheGoldenFileSays() {
        assertThat(Golden.write(PACED)).isEqualTo(Golden.text("retry-policy-paced.json"));
        assertThat(Golden.read("retry-policy-paced.json", RetryPolicy.class)).isEqualTo(PACED);
    }

    @Test
    void policyOfADestinationIsWrittenAndReadWithItsName() {
        RetryPolicy named = PACED.withName("patient");
        assertThat(Golden.write(named)).isEqualTo(Golden.text("retry-policy-of-a-destination.json"));
        assertThat(Golden.read("retry-policy-of-a-destination.json", RetryPolicy.class))
                .isEqualTo(named)
                .isEqualTo(named.withoutInlineAttempt());
    }

    @Test
    void describesItselfInAFewWords() {
        assertThat(FULL.describe()).isEqualTo("20 attempts, 1.5s ×2.5 up to 30m");
        assertThat(SMALLEST.describe()).isEqualTo("any number of attempts, 1s");
        assertThat(PACED.describe()).isEqualTo("4 attempts, after 5s, 5m ±20%");
    }

    @Test
    void isReadAsItWasWritten() {
        assertThat(Golden.read("retry-policy.json", RetryPolicy.class)).isEqualTo(FULL);
    }

    @Test
    void policyOfAnOlderWorkerLacksOptionalFields() {
        assertThat(Golden.read("retry-policy-smallest.json", RetryPolicy.class)).isEqualTo(SMALLEST);
    }

    @Test
    void policyOfANewerWorkerMayHaveMoreFields() {
        assertThat(Golden.read("retry-policy-newer.json", RetryPolicy.class)).isEqualTo(FULL);
    }

    @Test
    void everyComponentIsAnOptionOfTheActivity() {
        assertThat(FULL.toActivityOptions("Book it"))
                .isEqualTo(ActivityOptions.newBuilder()
                        .setSummary("Book it")
                        .setStartToCloseTimeout(Duration.ofSeconds(10))
                        .setScheduleToCloseTimeout(Duration.ofHours(6))
                        .setRetryOptions(RetryOptions.newBuilder()
                                .setInitialInterval(Duration.ofMillis(1500))
                                .setBackoffCoefficient(2.5)
                                .setMaximumInterval(Duration.ofMinutes(30))
                                .setMaximumAttempts(20)
                                .setDoNotRetry("CardClosed", "java.lang.IllegalArgumentException")
                                .build())
                        .build());
    }

    @Test
    void invalidValueIsRefusedByTheNameOfItsKey() {
        assertRefused("initial-interval must be longer than 0", Duration.ZERO, 1, SECOND, 0, SECOND, null);
        assertRefused("backoff-coefficient must be 1 or more", SECOND, 0.99, SECOND, 0, SECOND, null);
        assertRefused("backoff-coefficient must be 1 or more", SECOND, Double.NaN, SECOND, 0, SECOND, null);
        assertRefused(
                "maximum-interval must not be shorter than initial-interval",
                SECOND,
                1,
                Duration.ofMillis(999),
                0,
                SECOND,
                null);
        assertRefused("maximum-attempts must be 0 (no limit) or more", SECOND, 1, SECOND, -1, SECOND, null);
        assertRefused(
                "start-to-close-timeout must be longer than 0", SECOND, 1, SECOND, 0, Duration.ofSeconds(-1), null);
        assertRefused("schedule-to-close-timeout must be longer than 0", SECOND, 1, SECOND, 0, SECOND, Duration.ZERO);
    }

    @Test
    void valueOfOursThatMakesNoSenseIsRefused() {
        assertRefused("heartbeat-timeout must be longer than 0", Duration.ZERO, 0, List.of(), null);
        assertRefused("park-timeout must be longer than 0", null, 0, List.of(), Duration.ZERO);
        assertRefused("delays must be longer than 0", null, 0, List.of(SECOND, Duration.ZERO), null);
        for (double jitter : new double[] {-0.01, 1.01, Double.NaN}) {
            assertRefused("jitter must be from 0 to 1", null, jitter, List.of(), null);
        }
    }

    @Test
    void firstAttemptIsMadeInsideTheWorkflowTaskIfItTakesAtMostAMinuteAndHasNoHeartbeat() {
        assertThat(inline(true, Duration.ofMinutes(1), null)).isTrue();
        assertThat(inline(true, Duration.ofMinutes(1).plusNanos(1), null)).isFalse();
        assertThat(inline(true, SECOND, SECOND)).isFalse();
        assertThat(inline(false, SECOND, null)).isFalse();
    }

    private static boolean inline(boolean declared, Duration startToClose, @Nullable Duration heartbeat) {
        RetryPolicy policy = new RetryPolicy(
                SECOND,
                1,
                SECOND,
                0,
                startToClose,
                null,
                List.of(),
                heartbeat,
                0,
                List.of(),
                null,
                declared,
                declared,
                null);
        assertThat(policy.withoutInlineAttempt().allowsInlineAttempt()).isFalse();
        return policy.allowsInlineAttempt();
    }

    private static void assertRefused(
            String message,
            @Nullable Duration heartbeat,
            double jitter,
            List<Duration> delays,
            @Nullable Duration park) {
        assertThatThrownBy(() ->
                        new RetryPolicy(SECOND, 1, SECOND, 0, SECOND, null, List.of(), heartbeat, jitter, delays, park))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    private static void assertRefused(
            String message,
            Duration initial,
            double coefficient,
            Duration maximum,
            int attempts,
            Duration startToClose,
            Duration scheduleToClose) {
        assertThatThrownBy(() -> new RetryPolicy(
                        initial, coefficient, maximum, attempts, startToClose, scheduleToClose, List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }
}
