package dev.durahook.workflows.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.temporal.activity.ActivityInfo;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AttemptPolicyTest {

    private static final ActivityInfo SILENT_SERVERS = reported(Map.of("getAttempt", 2));
    private static final ActivityInfo SERVERS =
            reported(Map.of("getAttempt", 2, "getStartToCloseTimeout", Duration.ofSeconds(7)));
    private static final Pacing POLICY = new Pacing(
            0.5, List.of(), new Backoff(Duration.ofSeconds(10), 3, Duration.ofHours(1)), Duration.ofMinutes(5));

    // The information that a server reports: these values and no others.
    private static ActivityInfo reported(Map<String, Object> values) {
        return (ActivityInfo) Proxy.newProxyInstance(
                ActivityInfo.class.getClassLoader(),
                new Class<?>[] {ActivityInfo.class},
                (proxy, method, arguments) -> values.get(method.getName()));
    }

    @Test
    void policyOfTheActivityComesBeforeTheReportedOne() {
        AttemptPolicy.during(POLICY, () -> {
            assertThat(AttemptPolicy.waitAfter(SILENT_SERVERS)).isEqualTo(Duration.ofSeconds(30));
            assertThat(AttemptPolicy.startToCloseTimeout(SILENT_SERVERS)).isEqualTo(Duration.ofMinutes(5));
            assertThat(AttemptPolicy.startToCloseTimeout(SERVERS)).isEqualTo(Duration.ofMinutes(5));
            return true;
        });
    }

    @Test
    void activityWithoutAPolicyHasReportedValuesAndTemporalsDefaults() {
        assertThat(AttemptPolicy.waitAfter(SILENT_SERVERS)).isEqualTo(Duration.ofSeconds(2));
        assertThat(AttemptPolicy.startToCloseTimeout(SERVERS)).isEqualTo(Duration.ofSeconds(7));
        assertThat(AttemptPolicy.startToCloseTimeout(SILENT_SERVERS)).isGreaterThan(Duration.ofDays(365));
    }

    @Test
    void nextActivityOfTheThreadDoesNotInheritThePolicy() {
        AttemptPolicy.during(POLICY, () -> true);
        assertThat(AttemptPolicy.startToCloseTimeout(SERVERS)).isEqualTo(Duration.ofSeconds(7));
    }
}
