package dev.durahook.receiver.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.durahook.receiver.delivery.Delivery;
import dev.durahook.receiver.handshake.Reply;
import dev.durahook.receiver.signature.Verdict.Verified;
import java.time.Duration;
import java.util.List;
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
            assertThat(shop.redeliveryWindow()).contains(Duration.ofDays(3));
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
                "shop: {scheme: hmac, secrets: [x], id: {pointer: /id}, hmac: {signature: {header: X}, success:"
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
        SpringApplication application = new SpringApplication(SourceConfiguration.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setBannerMode(Banner.Mode.OFF);
        application.setLogStartupInfo(false);
        List<String> arguments = Stream.of(properties)
                .map(property -> "--durahook.sources." + property)
                .toList();
        return application.run(arguments.toArray(String[]::new));
    }
}
