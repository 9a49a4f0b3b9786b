package dev.durahook.receiver.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.durahook.receiver.configuration.InvalidSourceException;
import dev.durahook.receiver.delivery.Delivery;
import dev.durahook.receiver.handshake.Reply;
import dev.durahook.receiver.verification.Check;
import dev.durahook.receiver.verification.Verdict.Rejected;
import dev.durahook.receiver.verification.Verdict.Verified;
import dev.durahook.receiver.verifier.Verifier;
import dev.durahook.receiver.verifier.VerifierInputs;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.BeanCreationException;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.util.unit.DataSize;

@ExtendWith(OutputCaptureExtension.class)
class SourceConfigurationTest {

    @Test
    void makesSourcesOfTheConfiguration() {
        try (ConfigurableApplicationContext context = run("shop.scheme=stripe", "shop.secrets[0]=whsec_x")) {
            Source shop = context.getBean(Sources.class).named("shop").orElseThrow();
            assertThat(shop.name()).isEqualTo("shop");
            assertThat(shop.maxBodySize()).isEqualTo(DataSize.ofBytes(2_000_000));
            assertThat(shop.taskQueue()).isEqualTo("durahook");
            assertThat(shop.loopbackOnly()).isFalse();
            assertThat(shop.redeliveryWindow()).contains(Duration.ofDays(30));
            assertThat(shop.success()).isEmpty();
            assertThat(shop.handshakes().methods()).containsExactly("POST");
        }
    }

    @Test
    void withoutConfigurationThereIsNoSource() {
        try (ConfigurableApplicationContext context = run()) {
            assertThat(context.getBean(Sources.class).all()).isEmpty();
        }
    }

    @Test
    void aProviderThatDemandsAnotherSuccessStatus() {
        Source shop = Declaration.source(
                "shop: {scheme: custom, secrets: [x], id: {pointer: /id}, custom: {signature: {header: X}, success:"
                        + " {status: 204}}}");
        assertThat(shop.success()).contains(new Reply(204, "text/plain", null, Map.of()));
        assertThat(shop.redeliveryWindow()).isEmpty();
    }

    @Test
    void aSourceWithoutASchemeTakesEverythingFromThisMachineAndSaysSo(CapturedOutput output) {
        try (ConfigurableApplicationContext context =
                run("webhook.scheme=none", "shop.scheme=stripe", "shop.secrets=x")) {
            Source webhook = context.getBean(Sources.class).named("webhook").orElseThrow();
            Delivery delivery = Deliveries.of("{}");
            assertThat(webhook.loopbackOnly()).isTrue();
            assertThat(webhook.verify(delivery)).isEqualTo(Verified.WITHOUT_SIGNATURE);
        }
        assertThat(output.getOut().lines().filter(line -> line.contains("scheme: none")))
                .singleElement()
                .asString()
                .contains("WARN", "Source webhook has scheme: none");
    }

    @Test
    void ownSchemeByItsFormerNameWorksAndIsWarnedAbout(CapturedOutput output) {
        try (ConfigurableApplicationContext context = run(
                "shop.scheme=hmac",
                "shop.secrets=sesame-open-sesame",
                "shop.id.pointer=/id",
                "shop.hmac.signature.header=X-Sign")) {
            assertThat(context.getBean(Sources.class).named("shop")).isPresent();
        }
        assertThat(output.getOut().lines().filter(line -> line.contains("WARN")))
                .singleElement()
                .asString()
                .contains(
                        "Source shop declares a scheme of your own under its former name, hmac: write scheme: custom");
    }

    @Test
    void deliveriesThatWaitForKeysTakeHalfOfTheServersThreads() {
        MockEnvironment environment = new MockEnvironment();
        assertThat(SourceConfiguration.waits(environment).ofAll()).isEqualTo(100);

        environment.setProperty("server.tomcat.threads.max", "80");
        assertThat(SourceConfiguration.waits(environment).ofAll()).isEqualTo(40);
    }

    @Test
    void verifierOfTheApplicationIsABean() {
        SpringApplication application = application(SourceConfiguration.class, PartnerVerifier.class);
        try (ConfigurableApplicationContext context = application.run(arguments(
                "shop.scheme=custom", "shop.secrets=x", "shop.id.pointer=/id", "shop.custom.verifier=PARTNER_2"))) {
            Source shop = context.getBean(Sources.class).named("shop").orElseThrow();
            assertThat(shop.verify(Deliveries.of("{}", "X-Partner", "x"))).isEqualTo(new Verified(0));
            assertThat(shop.verify(Deliveries.of("{}", "X-Partner", "y"))).isInstanceOf(Rejected.class);
            assertThat(shop.verify(Deliveries.of("{}", "X-Partner", "")))
                    .as("a check that names no secret")
                    .isInstanceOf(Rejected.class);
            assertThat(shop.keptHeaders(Deliveries.of("{}", "X-Partner", "x"))).isEmpty();
        }
    }

    @Test
    void twoVerifiersOfOneNameStopTheStart() {
        assertThatExceptionOfType(BeanCreationException.class)
                .isThrownBy(() -> application(SourceConfiguration.class, PartnerVerifier.class, SecondTwilio.class)
                        .run())
                .withRootCauseInstanceOf(IllegalArgumentException.class)
                .withMessageContaining("two verifiers are named 'twilio': rename the one of class ");
    }

    @Test
    void unknownVerifierStopsTheStart(CapturedOutput output) {
        assertThatExceptionOfType(BeanCreationException.class)
                .isThrownBy(() -> application(SourceConfiguration.class, PartnerVerifier.class)
                        .run(arguments("shop.scheme=custom", "shop.secrets=x", "shop.custom.verifier=partner")));

        assertThat(output)
                .contains("durahook.sources.shop.custom.verifier is not a known verifier; use one of adyen, ")
                .contains(", partner-2, ")
                .contains("Correct the key durahook.sources.shop.custom.verifier")
                .doesNotContain("\tat ");
    }

    @Test
    void expiredSecretsAreNamedAtTheStart(CapturedOutput output) {
        try (ConfigurableApplicationContext context = run(
                "shop.scheme=stripe",
                "shop.secrets[0].value=x",
                "shop.secrets[0].name=blue",
                "shop.secrets[0].not-after=2020-01-01T00:00:00Z")) {
            assertThat(context.getBean(Sources.class).named("shop")).isPresent();
        }
        assertThat(output)
                .contains("Secret blue of source shop expired at 2020-01-01T00:00:00Z: remove it")
                .contains("Source shop has no secret that is valid now");
    }

    @Test
    void shortSecretIsNamedAtTheStart(CapturedOutput output) {
        try (ConfigurableApplicationContext context = run(
                "shop.scheme=stripe",
                "shop.secrets[0]=abcdefghijklmnop",
                "shop.secrets[1]=canary-7f3a",
                "shop.secrets[2].value=old",
                "shop.secrets[2].not-after=2020-01-01T00:00:00Z",
                "rides.scheme=strava",
                "rides.secrets[0]=120475",
                "rides.guarded-by=secret-url")) {
            assertThat(context.getBean(Sources.class).named("shop")).isPresent();
        }
        assertThat(output)
                .contains(
                        "Source shop: the secret of secrets[1] is shorter than 16 bytes, so a stranger could guess it")
                .doesNotContain("secret of secrets[0]", "secret of secrets[2]", "Source rides: the secret")
                .doesNotContain("canary-7f3a");
    }

    @Test
    void expiredTokenIsNamedAtTheStart(CapturedOutput output) {
        try (ConfigurableApplicationContext context = run(
                "shop.scheme=meta",
                "shop.secrets[0]=x",
                "shop.verify-token.value=shown",
                "shop.verify-token.not-after=2020-01-01T00:00:00Z")) {
            assertThat(context.getBean(Sources.class).named("shop")).isPresent();
        }
        assertThat(output)
                .contains("Secret verify-token of source shop expired at 2020-01-01T00:00:00Z: remove it")
                .doesNotContain("shown");
    }

    @Test
    void theOperatorReadsKeyAndRemedyInsteadOfAStackTrace(CapturedOutput output) {
        assertThatExceptionOfType(BeanCreationException.class)
                .isThrownBy(() -> run("shop.scheme=stripe", "shop.secret=whsec_hidden"))
                .withRootCauseInstanceOf(InvalidSourceException.class);

        assertThat(output)
                .contains("APPLICATION FAILED TO START")
                .contains(
                        "A webhook source is not configured correctly: durahook.sources.shop.secret is not a known key")
                .contains("Correct the key durahook.sources.shop.secret in the configuration and start again.")
                .doesNotContain("hidden")
                .doesNotContain("\tat ");
    }

    private static ConfigurableApplicationContext run(String... properties) {
        return application(SourceConfiguration.class).run(arguments(properties));
    }

    private static SpringApplication application(Class<?>... configuration) {
        SpringApplication application = new SpringApplication(configuration);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setBannerMode(Banner.Mode.OFF);
        application.setLogStartupInfo(false);
        return application;
    }

    private static String[] arguments(String... properties) {
        return Stream.of(properties)
                .map(property -> "--durahook.sources." + property)
                .toArray(String[]::new);
    }

    /** Compares a header with the secret. If the header is empty, it breaks the contract and names no secret. */
    static final class PartnerVerifier implements Verifier {

        @Override
        public String name() {
            return "partner-2";
        }

        @Override
        public Check check(VerifierInputs inputs) {
            return delivery -> {
                String sent = delivery.headers().all("X-Partner").get(0);
                return sent.isEmpty() ? -1 : inputs.secrets().matching(secret -> secret.isWrittenAs(sent));
            };
        }
    }

    /** Has the name of a verifier of the catalogue. */
    static final class SecondTwilio implements Verifier {

        @Override
        public String name() {
            return "twilio";
        }

        @Override
        public Check check(VerifierInputs inputs) {
            return delivery -> 0;
        }
    }
}
