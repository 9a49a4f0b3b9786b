package dev.durahook.worker.destination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.durahook.connection.configuration.InvalidConfigurationException;
import dev.durahook.worker.destination.http.HttpKind;
import dev.durahook.worker.destination.kind.Attempt;
import dev.durahook.worker.destination.kind.DestinationKind;
import dev.durahook.worker.destination.kind.MemoryKind;
import dev.durahook.worker.destination.kind.Transport;
import dev.durahook.workflows.WebhookEvent;
import dev.durahook.workflows.destination.DestinationReceipt;
import io.temporal.failure.ApplicationFailure;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** Tests the keys, names and failures that destinations of every kind have in common. */
class DestinationsTest {

    private static final String CANARY = "canary-7f3a";
    private static final WebhookEvent EVENT =
            new WebhookEvent("shop:1", "shop", "shop.order", Instant.EPOCH, Map.of(), null);

    private final MemoryKind memory = new MemoryKind();

    @Test
    void kindIsHttpIfNoneIsNamed() {
        Destinations destinations = read(Map.of(
                "crm.url",
                "https://crm.example.com/",
                "crm.signature",
                "none",
                "log.kind",
                "memory",
                "log.topic",
                "orders"));
        assertThat(destinations.summaries())
                .containsExactly(
                        "Destination crm: crm.example.com, not signed, private networks allowed, policy default",
                        "Destination log: topic orders, policy default");
    }

    @Test
    void everyCommonKeyHasADefault() {
        Destination log = log(Map.of());
        assertThat(log.policy()).isEqualTo("default");
        assertThat(log.limits()).isEqualTo(new Limits(10, null));
    }

    @Test
    void everyKeyIsMapped() {
        Destination log = log(Map.of("log.policy", "patient", "log.requestsPerSecond", "0.5", "log.concurrency", "3"));
        assertThat(log.policy()).isEqualTo("patient");
        assertThat(log.limits()).isEqualTo(new Limits(3, 0.5));
    }

    @Test
    void namesAndPoliciesAreKnown() {
        Destinations destinations = read(Map.of("log.kind", "memory", "log.topic", "orders", "log.policy", "patient"));
        assertThat(destinations.names()).isEqualTo(Set.of("log"));
        assertThat(destinations.policyOf("log")).contains("patient");
        assertThat(destinations.policyOf("erp")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "kind=canary-7f3a|kind is not a known kind; use one of http, memory, or add a bean",
                "topic=|topic must be given",
                "url=canary-7f3a|url is not a known key of this destination: check its spelling; it is declared in ",
                "policy=|policy is empty",
                "concurrency=0|concurrency must be 1 or more",
                "requests-per-second=0|requests-per-second must be more than 0",
                "topic=${ABSENT}canary-7f3a|topic holds a placeholder that nothing resolves",
                "policy=${ABSENT}canary-7f3a|policy holds a placeholder that nothing resolves"
            })
    void invalidValueStopsTheStartNamesItsKeyAndQuotesNothing(String property, String message) {
        int equals = property.indexOf('=');
        assertThatThrownBy(() -> log(Map.of("log." + property.substring(0, equals), property.substring(equals + 1))))
                .isInstanceOf(InvalidConfigurationException.class)
                .hasMessageStartingWith("durahook.destinations.log." + message)
                .message()
                .doesNotContain(CANARY);
    }

    @Test
    void nameIsChecked() {
        assertThatThrownBy(() -> read(Map.of("My-CRM.kind", "memory")))
                .hasMessageStartingWith("durahook.destinations.My-CRM has an invalid name: use 1 to 50 lower-case");
    }

    @Test
    void twoKindsOfOneNameStopTheStart() {
        assertThatThrownBy(() -> Destinations.of(new StandardEnvironment(), List.of(memory, new MemoryKind())))
                .hasMessageStartingWith("two kinds of destinations are named 'memory'");
    }

    // DURAHOOK_DESTINATIONS_MY_LOG_TOPIC could be a key of a destination named my as well.
    @Test
    void variableOfTheEnvironmentDeclaresNoSecondDestination() {
        StandardEnvironment environment = withVariable(Map.of("my-log.kind", "memory"));
        assertThat(Destinations.of(environment, kinds(environment)).summaries())
                .containsExactly("Destination my-log: topic orders, policy default");
    }

    @Test
    void variableOfNoDestinationStopsTheStart() {
        StandardEnvironment environment = withVariable(Map.of("log.kind", "memory", "log.topic", "orders"));
        assertThatThrownBy(() -> Destinations.of(environment, kinds(environment)))
                .isInstanceOf(InvalidConfigurationException.class)
                .hasMessageStartingWith("durahook.destinations has no entry to which the variable"
                        + " DURAHOOK_DESTINATIONS_MY_LOG_TOPIC of the environment belongs");
    }

    private static StandardEnvironment withVariable(Map<String, ?> declared) {
        StandardEnvironment environment = environment(declared);
        environment
                .getPropertySources()
                .addLast(new SystemEnvironmentPropertySource(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                        Map.of("DURAHOOK_DESTINATIONS_MY_LOG_TOPIC", "orders")));
        return environment;
    }

    @Test
    void failureHidesTheKindsSecretsAndKeepsThePolicysLongerDelay() {
        Destination log = log(Map.of("log.password", CANARY));
        memory.close();
        ApplicationFailure failure = catchThrowableOfType(
                ApplicationFailure.class,
                () -> log.send(EVENT, new byte[0], new Attempt(1, Duration.ofSeconds(9), Duration.ofSeconds(10))));
        assertThat(failure.getOriginalMessage()).isEqualTo("log is closed for [hidden]");
        assertThat(failure.getType()).isEqualTo("DestinationUnavailable");
        assertThat(failure.getNextRetryDelay()).isNull();
        failure = catchThrowableOfType(
                ApplicationFailure.class,
                () -> log.send(EVENT, new byte[0], new Attempt(1, Duration.ofSeconds(9), Duration.ZERO)));
        assertThat(failure.getNextRetryDelay()).isEqualTo(Duration.ofMillis(1));
    }

    // The workflow needs a receipt: without one, its task would fail again and again.
    @Test
    void missingReceiptFailsTheAttempt() {
        Transport broken = new Transport() {
            @Override
            @SuppressWarnings("NullAway")
            public DestinationReceipt send(WebhookEvent event, byte[] body, Attempt attempt) {
                return null;
            }

            @Override
            public String summary() {
                return "broken";
            }
        };
        Destination destination = new Destination("log", "default", new Limits(1, null), broken);
        assertThatThrownBy(() -> destination.send(EVENT, new byte[0], new Attempt(1, Duration.ZERO, Duration.ZERO)))
                .hasMessage("log returned no DestinationReceipt: return one");
    }

    @Test
    void transportThatWaitsForEverIsInterrupted() {
        Transport stuck = new Transport() {
            @Override
            public DestinationReceipt send(WebhookEvent event, byte[] body, Attempt attempt)
                    throws InterruptedException {
                new CountDownLatch(1).await();
                throw new IllegalStateException("the latch is never counted down");
            }

            @Override
            public String summary() {
                return "stuck";
            }
        };
        Destination destination = new Destination("log", "default", new Limits(1, null), stuck);
        assertThatThrownBy(() -> destination.send(EVENT, new byte[0], new Attempt(1, Duration.ZERO, Duration.ZERO)))
                .hasRootCauseInstanceOf(InterruptedException.class);
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @Test
    void longReceiptIsCut() {
        Destination destination = new Destination("log", "default", new Limits(1, null), new Transport() {
            @Override
            public DestinationReceipt send(WebhookEvent event, byte[] body, Attempt attempt) {
                return new DestinationReceipt(0, null, "\ud800" + "a".repeat(3_000_000));
            }

            @Override
            public String summary() {
                return "talkative";
            }
        });
        assertThat(destination
                        .send(EVENT, new byte[0], new Attempt(1, Duration.ZERO, Duration.ZERO))
                        .text())
                .isEqualTo("?" + "a".repeat(1_999) + "\u2026");
    }

    private Destination log(Map<String, Object> more) {
        Map<String, Object> properties = new HashMap<>(Map.of("log.kind", "memory", "log.topic", "orders"));
        properties.putAll(more);
        return read(properties).find("log").orElseThrow();
    }

    private Destinations read(Map<String, ?> properties) {
        StandardEnvironment environment = environment(properties);
        return Destinations.of(environment, kinds(environment));
    }

    private List<DestinationKind<?>> kinds(StandardEnvironment environment) {
        return List.of(HttpKind.of(environment, InstantSource.system()), memory);
    }

    private static StandardEnvironment environment(Map<String, ?> properties) {
        Map<String, Object> named = new HashMap<>();
        properties.forEach((key, value) -> named.put("durahook.destinations." + key, value));
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().remove(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME);
        environment.getPropertySources().addFirst(new MapPropertySource("test", named));
        return environment;
    }
}
