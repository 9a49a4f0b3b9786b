package dev.durahook.worker.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.durahook.worker.StartReports;
import dev.durahook.worker.WorkerContext;
import dev.durahook.workflows.policy.RetryPolicy;
import io.temporal.failure.ApplicationFailure;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.diagnostics.FailureAnalysis;

class PolicyPropertiesTest {

    private static final RetryPolicy DEFAULTS = new RetryPolicy(
            Duration.ofSeconds(10),
            2,
            Duration.ofMinutes(30),
            20,
            Duration.ofMinutes(1),
            null,
            List.of(),
            null,
            0.1,
            List.of(),
            null,
            true,
            true,
            null);

    @Test
    void policyThatNamesNothingHasTheDefaults() {
        assertThat(policy("payments", "durahook.policies.payments.maximum-attempts=20"))
                .isEqualTo(DEFAULTS);
    }

    @Test
    void defaultPolicyNeedNotBeDeclared() {
        assertThat(policy("default")).isEqualTo(DEFAULTS);
    }

    @Test
    void defaultPolicyMayBeDeclared() {
        assertThat(policy("default", "durahook.policies.default.maximum-attempts=3")
                        .maximumAttempts())
                .isEqualTo(3);
    }

    @Test
    void everyKeyIsMapped() {
        assertThat(policy(
                        "payments",
                        "durahook.policies.payments.initial-interval=1500ms",
                        "durahook.policies.payments.backoff-coefficient=1.5",
                        "durahook.policies.payments.maximum-interval=1h",
                        "durahook.policies.payments.maximum-attempts=0",
                        "durahook.policies.payments.start-to-close-timeout=5s",
                        "durahook.policies.payments.schedule-to-close-timeout=2d",
                        "durahook.policies.payments.non-retryable-error-types=CardClosed,AccountUnknown",
                        "durahook.policies.payments.heartbeat-timeout=3s",
                        "durahook.policies.payments.jitter=0.25",
                        "durahook.policies.payments.delays=5s,5m,30m,2h",
                        "durahook.policies.payments.park-timeout=30d",
                        "durahook.policies.payments.inline-first-attempt=false"))
                .isEqualTo(new RetryPolicy(
                        Duration.ofMillis(1500),
                        1.5,
                        Duration.ofHours(1),
                        0,
                        Duration.ofSeconds(5),
                        Duration.ofDays(2),
                        List.of("CardClosed", "AccountUnknown"),
                        Duration.ofSeconds(3),
                        0.25,
                        List.of(
                                Duration.ofSeconds(5),
                                Duration.ofMinutes(5),
                                Duration.ofMinutes(30),
                                Duration.ofHours(2)),
                        Duration.ofDays(30)));
    }

    @Test
    void delaysMakeAsManyAttemptsAsTheyAreAndOneMore() {
        assertThat(policy("payments", "durahook.policies.payments.delays=5s,5m").maximumAttempts())
                .isEqualTo(3);
        assertThat(policy(
                                "payments",
                                "durahook.policies.payments.delays=5s,5m",
                                "durahook.policies.payments.maximum-attempts=50")
                        .maximumAttempts())
                .isEqualTo(50);
    }

    @Test
    void namesAreKeptAsTheyAreWritten() {
        assertThat(policy("card-payments_v2", "durahook.policies.card-payments_v2.maximum-attempts=1")
                        .maximumAttempts())
                .isEqualTo(1);
    }

    @Test
    void longestValueIsTaken() {
        assertThat(policy("payments", "durahook.policies.payments.maximum-interval=36500d")
                        .maximumInterval())
                .isEqualTo(Duration.ofDays(36_500));
    }

    @Test
    void everyPolicyIsInTheSummary() {
        String summary = declared(
                DeclaredPolicies::summary,
                "durahook.policies.payments.maximum-attempts=0",
                "durahook.policies.crm.delays=5s,5m");
        assertThat(summary)
                .isEqualTo("crm (3 attempts, after declared delays), default (20 attempts, 10s to 30m apart),"
                        + " payments (no limit, 10s to 30m apart)");
    }

    @Test
    void onlyTheDefaultIsDeclaredByItself() {
        List<Boolean> declared =
                declared(policies -> List.of(policies.isDeclared("default"), policies.isDeclared("payments")));
        assertThat(declared).containsExactly(true, false);
    }

    private static RetryPolicy policy(String name, String... properties) {
        return declared(policies -> policies.policy(name), properties);
    }

    private static <T> T declared(Function<DeclaredPolicies, T> read, String... properties) {
        AtomicReference<T> result = new AtomicReference<>();
        WorkerContext.with(properties).run(context -> result.set(read.apply(context.getBean(DeclaredPolicies.class))));
        return result.get();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "initial-interval=0s|initial-interval must be longer than 0",
                "backoff-coefficient=0.5|backoff-coefficient must be 1 or more",
                "maximum-interval=9s|maximum-interval must not be shorter than initial-interval",
                "maximum-attempts=-1|maximum-attempts must be 0 (no limit) or more",
                "start-to-close-timeout=-1s|start-to-close-timeout must be longer than 0",
                "schedule-to-close-timeout=0s|schedule-to-close-timeout must be longer than 0",
                "heartbeat-timeout=0s|heartbeat-timeout must be longer than 0",
                "park-timeout=-1s|park-timeout must be longer than 0",
                "delays=5s,0s|delays must be longer than 0",
                "initial-interval=999us|initial-interval must be 1ms or longer",
                "start-to-close-timeout=1ns|start-to-close-timeout must be 1ms or longer",
                "schedule-to-close-timeout=500us|schedule-to-close-timeout must be 1ms or longer",
                "heartbeat-timeout=500us|heartbeat-timeout must be 1ms or longer",
                "park-timeout=500us|park-timeout must be 1ms or longer",
                "delays=5s,500us|delays must be 1ms or longer",
                "maximum-interval=36501d|maximum-interval must not be longer than 36500d",
                "start-to-close-timeout=36501d|start-to-close-timeout must not be longer than 36500d",
                "schedule-to-close-timeout=36501d|schedule-to-close-timeout must not be longer than 36500d",
                "heartbeat-timeout=36501d|heartbeat-timeout must not be longer than 36500d",
                "park-timeout=36501d|park-timeout must not be longer than 36500d",
                "delays=5s,36501d|delays must not be longer than 36500d",
                "jitter=-0.1|jitter must be from 0 to 1",
                "jitter=1.1|jitter must be from 0 to 1"
            })
    void valueThatMakesNoSenseStopsTheStartAndNamesItsKey(String property, String message) {
        Throwable failure = startFailure("durahook.policies.payments." + property);
        assertThat(failure).hasRootCauseMessage(message);
        FailureAnalysis analysis = StartReports.first(failure);
        assertThat(analysis.getDescription()).isEqualTo("durahook.policies.payments." + message);
        assertThat(analysis.getAction()).contains("Correct the value");
    }

    @ParameterizedTest
    @ValueSource(strings = {"5s,,5m", "5s, 5m,,"})
    void emptyDelayStopsTheStartAndNamesItsKey(String delays) {
        assertThat(StartReports.first(startFailure("durahook.policies.payments.delays=" + delays))
                        .getDescription())
                .isEqualTo("durahook.policies.payments.delays has an empty element: give it a value, or remove its"
                        + " comma.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "initial-interval",
                "maximum-interval",
                "start-to-close-timeout",
                "schedule-to-close-timeout",
                "heartbeat-timeout",
                "delays",
                "park-timeout"
            })
    void durationWithoutAUnitStopsTheStartAndNamesItsKey(String key) {
        assertThat(StartReports.first(startFailure("durahook.policies.payments." + key + "=3600"))
                        .getDescription())
                .startsWith(
                        "durahook.policies.payments." + key + " has no unit, and a number would count as milliseconds");
    }

    @ParameterizedTest
    @CsvSource({
        "policies, my-p.maximum-attempts=3, myp.maximum-attempts=4",
        "routes, my-p.event-types=shop.a, myp.destinations=crm",
        "destinations, my-p.url=https://a.example.com, myp.signature=none",
        "workflows, my-p.event-types=shop.a, myp.task-queue=python"
    })
    void namesThatSpringComparesAsOneStopTheStart(String group, String one, String other) {
        String prefix = "durahook." + group;
        assertThat(StartReports.first(startFailure(prefix + "." + one, prefix + "." + other))
                        .getDescription())
                .startsWith(prefix + " has the names my")
                .contains("which are one key to Spring")
                .contains("so that it begins with DURAHOOK_" + group.toUpperCase(Locale.ROOT) + "_MY_P_");
    }

    @ParameterizedTest
    @CsvSource({
        "initial-interval, soon",
        "backoff-coefficient, twice",
        "maximum-interval, ten minutes",
        "maximum-attempts, many",
        "start-to-close-timeout, 5 s o",
        "schedule-to-close-timeout, never"
    })
    void valueOfAnotherTypeStopsTheStartAndNamesItsKey(String key, String value) {
        assertThat(startFailure("durahook.policies.payments." + key + "=" + value))
                .hasStackTraceContaining("durahook.policies.payments." + key);
    }

    @ParameterizedTest
    @CsvSource({"initial-interval", "maximum-interval", "start-to-close-timeout"})
    void emptyValueStopsTheStartAndNamesItsKey(String key) {
        assertThat(startFailure("durahook.policies.payments." + key + "="))
                .hasStackTraceContaining("durahook.policies.payments." + key);
    }

    @ParameterizedTest
    @CsvSource({"maximum-attemps, 3", "retries, 3", "initial-interval.seconds, 3"})
    void unknownKeyStopsTheStartAndIsNamed(String key, String value) {
        assertThat(startFailure(
                        "durahook.policies.payments.maximum-interval=1h",
                        "durahook.policies.payments." + key + "=" + value))
                .hasStackTraceContaining("durahook.policies.payments." + key);
    }

    private static Throwable startFailure(String... properties) {
        Throwable[] failure = new Throwable[1];
        WorkerContext.with(properties).run(context -> failure[0] = context.getStartupFailure());
        assertThat(failure[0]).isNotNull();
        return failure[0];
    }

    @Test
    void unknownPolicyIsNotRetryableAndNamesTheMissingKey() {
        assertThatThrownBy(() -> policyOfNone("payments")).isInstanceOfSatisfying(ApplicationFailure.class, e -> {
            assertThat(e.isNonRetryable()).isTrue();
            assertThat(e.getType()).isEqualTo("UnknownPolicy");
            assertThat(e.getOriginalMessage())
                    .isEqualTo("No policy 'payments': declare durahook.policies.payments in the worker's"
                            + " configuration");
        });
    }

    private static void policyOfNone(String name) {
        new DeclaredPolicies(Map.of()).policy(name);
    }
}
