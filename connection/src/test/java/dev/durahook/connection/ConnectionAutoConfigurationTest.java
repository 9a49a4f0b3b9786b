package dev.durahook.connection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.connection.server.OperatorCommands;
import dev.durahook.testsupport.frontend.FakeFrontend;
import io.grpc.Metadata;
import io.temporal.client.WorkflowClient;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

@ExtendWith(OutputCaptureExtension.class)
class ConnectionAutoConfigurationTest {

    private final FakeFrontend frontend = FakeFrontend.start();

    @AfterEach
    void stop() {
        frontend.close();
    }

    @Test
    void addressAndNamespaceComeFromTheEnvironment() {
        call(Map.of("TEMPORAL_NAMESPACE", "shop"));
        assertThat(sent("temporal-namespace")).contains("shop").doesNotContain("default");
    }

    @Test
    void apiKeyIsSentWithoutTlsOnlyIfTlsIsDisabledExplicitly() {
        call(Map.of("TEMPORAL_API_KEY", "the-key", "TEMPORAL_TLS", "false"));
        assertThat(sent("authorization")).contains("Bearer the-key");
    }

    @Test
    void headersAreSentWithEachCall() {
        call(Map.of("TEMPORAL_GRPC_META_X_TENANT", "blue"));
        assertThat(sent("x-tenant")).isNotEmpty().containsOnly("blue");
    }

    @Test
    void startersApiKeyIsTheOnlyOneSent() {
        call(
                Map.of("TEMPORAL_API_KEY", "not-this-one"),
                "spring.temporal.connection.api-key=the-starters",
                "spring.temporal.connection.enable-https=false");
        assertThat(sent("authorization")).contains("Bearer the-starters").doesNotContain("Bearer not-this-one");
    }

    @Test
    void startersTlsSwitchWinsOverTheProfile(CapturedOutput output) {
        call(
                Map.of("TEMPORAL_TLS", "true", "TEMPORAL_API_KEY", "s3cret"),
                "spring.temporal.connection.enable-https=false");
        assertThat(sent("authorization")).containsOnlyNulls();
        assertThat(output).contains("sets credentials or TLS, so those of TEMPORAL_API_KEY, TEMPORAL_TLS*");
    }

    @Test
    void connectionIsReportedInOneLineWithoutSecrets(CapturedOutput output) {
        call(Map.of(
                "TEMPORAL_NAMESPACE", "shop",
                "TEMPORAL_API_KEY", "s3cret",
                "TEMPORAL_TLS", "false",
                "TEMPORAL_GRPC_META_X_TOKEN", "s3cret"));
        assertThat(output)
                .contains("Temporal at " + frontend.target() + ", namespace shop, without TLS, API key")
                .doesNotContain("s3cret");
    }

    @Test
    void applicationStartsWhileTemporalIsDown() {
        frontend.close();
        try (ConfigurableApplicationContext application =
                TestApplication.start(Map.of("TEMPORAL_ADDRESS", frontend.target()))) {
            assertThat(application
                            .getBean("temporalHealthIndicator", HealthIndicator.class)
                            .health()
                            .getStatus())
                    .hasToString("DOWN");
        }
    }

    // Through a private link, Temporal Cloud has an address in the customer's own network.
    @Test
    void temporalCloudBehindAnotherAddressIsRecognisedByItsName() {
        try (ConfigurableApplicationContext application = TestApplication.start(Map.of(
                "TEMPORAL_ADDRESS", frontend.target(),
                "TEMPORAL_TLS", "true",
                "TEMPORAL_TLS_SERVER_NAME", "shop.a1b2c.tmprl.cloud"))) {
            WorkflowServiceStubs stubs = application.getBean(WorkflowServiceStubs.class);
            assertThat(OperatorCommands.of(stubs, "shop.a1b2c").setRetention(30))
                    .startsWith("tcld ");
        }
    }

    @Test
    void connectionIsQuickToComeBack() {
        try (ConfigurableApplicationContext application = TestApplication.start(Map.of())) {
            WorkflowServiceStubsOptions options =
                    application.getBean(WorkflowServiceStubs.class).getOptions();
            assertThat(options.getConnectionBackoffResetFrequency()).isEqualTo(Duration.ofSeconds(1));
            assertThat(options.getKeepAliveTime()).isGreaterThan(Duration.ofSeconds(10));
        }
    }

    @Test
    void healthCanBeSwitchedOff() {
        try (ConfigurableApplicationContext application =
                TestApplication.start(Map.of(), "management.health.temporal.enabled=false")) {
            assertThat(application.getBeanNamesForType(HealthIndicator.class))
                    .doesNotContain("temporalHealthIndicator");
        }
    }

    @Test
    void inMemoryTestServerNeedsNoAddress() {
        try (ConfigurableApplicationContext application =
                TestApplication.start(Map.of(), "spring.temporal.test-server.enabled=true")) {
            assertThat(application.getBean(WorkflowClient.class)).isNotNull();
        }
    }

    private void call(Map<String, String> variables, String... properties) {
        Map<String, String> all = new HashMap<>(variables);
        all.put("TEMPORAL_ADDRESS", frontend.target());
        try (ConfigurableApplicationContext application = TestApplication.start(all, properties)) {
            TestApplication.call(application);
        }
    }

    // Of the test's own call, and of the questions that the application asks in the background, in any order.
    private List<String> sent(String header) {
        Metadata.Key<String> key = Metadata.Key.of(header, Metadata.ASCII_STRING_MARSHALLER);
        return frontend.headers().stream().map(headers -> headers.get(key)).toList();
    }
}
