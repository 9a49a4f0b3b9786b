package dev.durahook.examples.partner;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.receiver.delivery.Delivery;
import dev.durahook.receiver.delivery.Headers;
import dev.durahook.receiver.source.Source;
import dev.durahook.receiver.source.SourceConfiguration;
import dev.durahook.receiver.source.Sources;
import dev.durahook.receiver.verification.Rejection;
import dev.durahook.receiver.verification.Verdict;
import dev.durahook.receiver.verification.Verdict.Rejected;
import dev.durahook.receiver.verification.Verdict.Verified;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The verifier of the application is found by the configuration of the example, and verifies. */
class PartnerVerifierTest {

    private static final String SECRET = "shared with the partner";
    private static final String BODY = "{\"id\":\"1\",\"type\":\"order.placed\"}";
    private static final Instant NOW = Instant.parse("2026-11-28T23:58:00Z");

    private static ConfigurableApplicationContext application;

    @BeforeAll
    static void start() {
        application = new SpringApplicationBuilder(SourceConfiguration.class, PartnerVerifier.class, Clock.class)
                .web(WebApplicationType.NONE)
                .profiles("partner")
                .properties("PARTNER_SECRET=" + SECRET)
                .run();
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    void genuineDeliveryIsVerifiedAndIsAnEvent() throws Exception {
        Delivery delivery = delivery(SECRET, NOW, BODY);

        assertThat(verdict(delivery)).isEqualTo(new Verified(0));
        assertThat(source().events(delivery))
                .singleElement()
                .satisfies(event -> assertThat(event.type()).isEqualTo("partner.order.placed"));
        assertThat(source().keptHeaders(delivery)).isEmpty();
    }

    @Test
    void anotherBodySecretOrDayIsNotVerified() throws Exception {
        Delivery genuine = delivery(SECRET, NOW, BODY);

        assertThat(verdict(genuine.carrying("{}".getBytes(UTF_8)))).isInstanceOf(Rejected.class);
        assertThat(verdict(delivery("another", NOW, BODY))).isInstanceOf(Rejected.class);
        assertThat(verdict(signed(SECRET, "2026-11-27", NOW, BODY))).isInstanceOf(Rejected.class);
    }

    @Test
    void oldDeliveryIsNotVerified() throws Exception {
        assertThat(verdict(delivery(SECRET, NOW.minusSeconds(301), BODY)))
                .isInstanceOfSatisfying(
                        Rejected.class,
                        rejected -> assertThat(rejected.reason()).isEqualTo(Rejection.TIMESTAMP_OUT_OF_TOLERANCE));
    }

    @Test
    void deliveryWithoutSignatureIsNotVerified() {
        assertThat(verdict(new Delivery("http://localhost/", Headers.of(Map.of()), BODY.getBytes(UTF_8))))
                .isInstanceOfSatisfying(
                        Rejected.class,
                        rejected -> assertThat(rejected.reason()).isEqualTo(Rejection.SIGNATURE_MISSING));
    }

    private static Source source() {
        return application.getBean(Sources.class).named("partner").orElseThrow();
    }

    private static Verdict verdict(Delivery delivery) {
        return source().verify(delivery);
    }

    private static Delivery delivery(String secret, Instant at, String body) throws Exception {
        return signed(secret, "2026-11-28", at, body);
    }

    private static Delivery signed(String secret, String day, Instant at, String body) throws Exception {
        String time = String.valueOf(at.getEpochSecond());
        byte[] key = hmac(secret.getBytes(UTF_8), day);
        String signature = HexFormat.of().formatHex(hmac(key, time + "." + body));
        Headers headers = Headers.of(Map.of(
                PartnerVerifier.SIGNATURE, List.of(signature),
                PartnerVerifier.TIME, List.of(time)));
        return new Delivery("http://localhost/webhooks/partner", headers, body.getBytes(UTF_8));
    }

    private static byte[] hmac(byte[] key, String content) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(content.getBytes(UTF_8));
    }

    /** Stops the clock, because the key depends on the date. */
    @Configuration(proxyBeanMethods = false)
    static class Clock {

        @Bean
        InstantSource clock() {
            return InstantSource.fixed(NOW);
        }
    }
}
