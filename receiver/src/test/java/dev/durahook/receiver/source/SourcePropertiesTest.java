package dev.durahook.receiver.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.durahook.receiver.configuration.InvalidSourceException;
import dev.durahook.receiver.extraction.EventsRule;
import dev.durahook.receiver.handshake.Reply;
import dev.durahook.receiver.identity.IdRule;
import dev.durahook.receiver.identity.MessageKind;
import dev.durahook.receiver.identity.TypeRule;
import dev.durahook.receiver.scheme.Scheme;
import dev.durahook.receiver.scheme.SetupGuide;
import dev.durahook.receiver.secret.KeyForm;
import dev.durahook.receiver.secret.SecretProperties;
import dev.durahook.receiver.signature.Algorithm;
import dev.durahook.receiver.signature.Encoding;
import dev.durahook.receiver.signature.SignatureRule;
import dev.durahook.receiver.signature.TimestampRule;
import dev.durahook.receiver.signature.TimestampUnit;
import dev.durahook.receiver.signing.FormRule;
import dev.durahook.receiver.signing.Verifiers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.util.MimeTypeUtils;
import org.springframework.util.unit.DataSize;

class SourcePropertiesTest {

    @Test
    void hasDefaults() {
        assertThat(bind("shop: {scheme: stripe}"))
                .isEqualTo(new SourceProperties(
                        "stripe",
                        List.of(),
                        List.of(),
                        null,
                        null,
                        null,
                        null,
                        List.of(),
                        DataSize.ofBytes(2_000_000),
                        "durahook",
                        null,
                        null,
                        null,
                        List.of(),
                        List.of(),
                        null,
                        null,
                        null,
                        null));
    }

    @Test
    void mapsEveryKey() {
        SourceProperties bound = bind("""
                shop:
                  scheme: stripe
                  secrets: [one, two]
                  secret-files: [/run/secrets/three]
                  tolerance: 90s
                  public-url: https://example.com/hook
                  guarded-by: mutual-tls
                  verify-token: shown
                  topics: [https://example.com/feed]
                  max-body-size: 10KB
                  task-queue: payments
                  priority: 1
                  fairness-key: "{/account}"
                  fairness-weight: 2.5
                  media-types: [application/json]
                  headers: [X-Request-Id]
                  id: {pointer: /id, optional: /part}
                  type: {pointer: /kind, default: other}
                  custom: {provider: Us}
                """);

        assertThat(bound)
                .isEqualTo(new SourceProperties(
                        "stripe",
                        List.of(SecretProperties.of("one"), SecretProperties.of("two")),
                        List.of("/run/secrets/three"),
                        Duration.ofSeconds(90),
                        "https://example.com/hook",
                        Guard.MUTUAL_TLS,
                        SecretProperties.of("shown"),
                        List.of("https://example.com/feed"),
                        DataSize.ofKilobytes(10),
                        "payments",
                        1,
                        "{/account}",
                        2.5f,
                        List.of(MimeTypeUtils.APPLICATION_JSON),
                        List.of("X-Request-Id"),
                        new IdRule(
                                List.of(),
                                List.of("/id"),
                                List.of(),
                                List.of("/part"),
                                false,
                                List.of(),
                                false,
                                List.of()),
                        new TypeRule(List.of(), List.of("/kind"), List.of(), "other", List.of()),
                        new Scheme(
                                "Us", "", null, null, null, null, "{type}", null, null, null, null, List.of(), null,
                                List.of(), List.of()),
                        null));
    }

    @Test
    void bindsAnOwnSchemeByItsFormerName() {
        SourceProperties bound = bind("shop: {scheme: hmac, hmac: {signature: {header: X-One}}}");

        assertThat(bound.hmac())
                .isEqualTo(bind("shop: {scheme: custom, custom: {signature: {header: X-One}}}")
                        .custom());
    }

    @Test
    void mapsEveryKeyOfAnOwnScheme() {
        SourceProperties bound = bind("""
                shop:
                  custom:
                    provider: Us
                    page: https://example.com/webhooks
                    signature:
                      algorithm: hmac-sha512
                      header: [X-One, X-Two]
                      separator: ";"
                      prefix: "h1="
                      encoding: base64url
                      content: "{timestamp}:{body}"
                      key: hex
                      key-prefix: sec_
                      accept-empty-body: true
                      repeatable: true
                      timestamp: {header: X-Time, separator: ";", prefix: "ts=", unit: milliseconds, tolerance: 1m}
                    id: {body-hash: true}
                    type: {header: X-Type, kinds: [{pointer: /status, matches: ended, type: end}]}
                    summary: "{type}!"
                    redelivery-window: 12h
                    form: {field: event, signed: true}
                    events: {pointer: [/a, /b], maximum: 5, envelope: [/c, /a/d], media-type: application/json}
                    headers: X-Shop
                    public-secrets: ["676f6f64"]
                    success: {status: 204, media-type: text/xml, body: thanks, headers: {X-Seen: "yes"}}
                    guide: {signed: all, setup: Click., identity: Odd., redelivery: twice., timeout: 7s, deliveries: "https://example.com/{/id}"}
                """);

        TimestampRule timestamp = new TimestampRule(
                List.of("X-Time"), ";", "ts=", null, TimestampUnit.MILLISECONDS, Duration.ofMinutes(1));
        SignatureRule signature = new SignatureRule(
                Algorithm.HMAC_SHA512,
                List.of("X-One", "X-Two"),
                ";",
                "h1=",
                Encoding.BASE64URL,
                "{timestamp}:{body}",
                KeyForm.HEX,
                "sec_",
                true,
                timestamp,
                true);
        assertThat(bound.custom())
                .isEqualTo(new Scheme(
                        "Us",
                        "https://example.com/webhooks",
                        signature,
                        null,
                        IdRule.BODY_HASH,
                        new TypeRule(
                                List.of("X-Type"),
                                List.of(),
                                List.of(),
                                null,
                                List.of(new MessageKind("/status", "ended", "end"))),
                        "{type}!",
                        Duration.ofHours(12),
                        new FormRule("event", true),
                        new EventsRule(List.of("/a", "/b"), 5, List.of("/c", "/a/d"), MimeTypeUtils.APPLICATION_JSON),
                        new Reply(204, "text/xml", "thanks", Map.of("X-Seen", "yes")),
                        List.of(),
                        new SetupGuide(
                                "all", "Click.", "Odd.", "twice.", Duration.ofSeconds(7), "https://example.com/{/id}"),
                        List.of("X-Shop"),
                        List.of("676f6f64")));
    }

    @Test
    void anOwnSchemeHasDefaults() {
        SourceProperties bound = bind("""
                shop: {custom: {signature: {header: X-One, content: '{timestamp}{body}', timestamp: {header: X-Time}}}}
                """);

        TimestampRule timestamp =
                new TimestampRule(List.of("X-Time"), "", "", null, TimestampUnit.SECONDS, Duration.ofMinutes(5));
        SignatureRule signature = new SignatureRule(
                Algorithm.HMAC_SHA256,
                List.of("X-One"),
                "",
                "",
                Encoding.HEX,
                "{timestamp}{body}",
                KeyForm.TEXT,
                "",
                false,
                timestamp,
                false);
        assertThat(bound.custom())
                .isEqualTo(new Scheme(
                        "", "", signature, null, null, null, "{type}", null, null, null, null, List.of(), null,
                        List.of(), List.of()));
    }

    @Test
    void mapsEveryWayToNameAnEvent() {
        SourceProperties bound = bind("""
                shop:
                  id:
                    parts: [X-Tenant, /id]
                    otherwise:
                      - {body-hash: true, named-by: [/at, X-Delivery]}
                      - {each-delivery: true}
                  type: {pointer: /event/type, otherwise: [{header: X-Type}]}
                """);

        assertThat(bound.id().parts()).containsExactly("X-Tenant", "/id");
        assertThat(bound.id().inOrder()).hasSize(3);
        assertThat(bound.id().otherwise().get(0).bodyHash()).isTrue();
        assertThat(bound.id().otherwise().get(0).namedBy()).containsExactly("/at", "X-Delivery");
        assertThat(bound.id().otherwise().get(1).eachDelivery()).isTrue();
        assertThat(bound.type().otherwise().get(0).header()).containsExactly("X-Type");
    }

    @Test
    void theOrderOfDeclarationIsKept() {
        assertThat(Declaration.properties("zebra: {scheme: none}\nant: {scheme: none}\nbee: {scheme: none}"))
                .extractingFromEntries(Map.Entry::getKey)
                .containsExactly("zebra", "ant", "bee");
    }

    @Test
    void variablesOfTheEnvironmentAreKeys() {
        Map<String, Object> variables = Map.of(
                "DURAHOOK_SOURCES_SHOP_SCHEME", "stripe",
                "DURAHOOK_SOURCES_SHOP_SECRETS_0", "one",
                "DURAHOOK_SOURCES_SHOP_ID_HEADER", "X-Id",
                "DURAHOOK_SOURCES_SHOP_ID_OTHERWISE_0_EACHDELIVERY", "true",
                "DURAHOOK_SOURCES_SHOP_MAXBODYSIZE", "10KB");
        StandardEnvironment environment = new StandardEnvironment();
        set(environment, variables);
        ConfigurationPropertySources.attach(environment);

        SourceProperties shop =
                SourceBinding.of(environment, Verifiers.ofCatalogue()).get("shop");

        assertThat(shop.scheme()).isEqualTo("stripe");
        assertThat(shop.secrets()).containsExactly(SecretProperties.of("one"));
        assertThat(shop.maxBodySize()).isEqualTo(DataSize.ofKilobytes(10));
        assertThat(shop.id().otherwise().get(0).eachDelivery()).isTrue();
    }

    @Test
    void variablesOfASourceWithAHyphenHaveAnUnderscore() {
        assertThat(withVariables("DURAHOOK_SOURCES_MY_SHOP_SECRET_FILES_0", "/run/secrets/shop"))
                .extractingByKey("my-shop")
                .satisfies(shop -> assertThat(shop.scheme()).isEqualTo("github"))
                .satisfies(shop -> assertThat(shop.secretFiles()).containsExactly("/run/secrets/shop"));
    }

    @Test
    void variableWithoutTheHyphenDoesNotDeclareASecondSource() {
        assertThatThrownBy(() -> withVariables("DURAHOOK_SOURCES_MYSHOP_SECRETS_0", "one"))
                .isInstanceOf(InvalidSourceException.class)
                .hasMessageContaining("durahook.sources has the names")
                .hasMessageContaining("begins with DURAHOOK_SOURCES_MY_SHOP_");
    }

    /** Its URL would answer 404, and many senders give up after that. */
    @Test
    void sourceWithAHyphenIsNotDeclaredByVariablesAlone() {
        assertThatThrownBy(() -> withVariables("DURAHOOK_SOURCES_YOUR_SHOP_SCHEME", "github"))
                .isInstanceOf(InvalidSourceException.class)
                .hasMessageContaining("durahook.sources has no entry to which the variable"
                        + " DURAHOOK_SOURCES_YOUR_SHOP_SCHEME of the environment belongs: check the spelling.");
    }

    // Spring would ignore the end of a secret that is a text, and the secret would be accepted for ever.
    @ParameterizedTest
    @CsvSource({"SECRETS_0, secrets[0]", "VERIFY_TOKEN, verify-token"})
    void variableOfATextThatCanHaveNoKeysStopsTheStart(String variable, String key) {
        StandardEnvironment environment = Declaration.environment("shop: {scheme: meta}");
        String text = "DURAHOOK_SOURCES_SHOP_" + variable;
        set(environment, Map.of(text, "s3cret", text + "_NOT_AFTER", "2020-01-01T00:00:00Z"));

        assertThatThrownBy(() -> SourceBinding.of(environment, Verifiers.ofCatalogue()))
                .isInstanceOf(InvalidSourceException.class)
                .hasMessageContaining("durahook.sources.shop." + key + " is a text, so that the variable " + text
                        + "_NOT_AFTER of the environment has no effect")
                .hasMessageNotContaining("s3cret");
    }

    private static Map<String, SourceProperties> withVariables(String variable, String value) {
        StandardEnvironment environment = Declaration.environment("my-shop: {scheme: github}");
        set(environment, Map.of(variable, value));
        return SourceBinding.of(environment, Verifiers.ofCatalogue());
    }

    private static void set(StandardEnvironment environment, Map<String, Object> variables) {
        String name = StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME;
        environment.getPropertySources().replace(name, new SystemEnvironmentPropertySource(name, variables));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tolerance: 300|tolerance|milliseconds",
                "tolerance: 5:00|tolerance|milliseconds",
                "secrets: [{file: /run/secrets/shop, overlap: 600}]|secrets[0].overlap|milliseconds",
                "custom: {signature: {timestamp: {tolerance: 300}}}|custom.signature.timestamp.tolerance|milliseconds",
                "custom: {redelivery-window: 72}|custom.redelivery-window|milliseconds",
                "max-body-size: 2|max-body-size|bytes"
            })
    void numberWithoutAUnitIsRefused(String declared, String key, String unit) {
        assertThatThrownBy(() -> bind("shop:\n  " + declared))
                .isInstanceOf(InvalidSourceException.class)
                .hasMessageContaining(
                        "durahook.sources.shop." + key + " has no unit, and a number would count as " + unit);
    }

    @Test
    void mapsEveryKeyOfASecret() {
        SourceProperties bound = bind("""
                shop:
                  secrets:
                    - {value: whsec_hidden, name: blue, not-before: 2027-01-01T00:00:00Z, not-after: 2027-02-01T00:00:00Z}
                    - {file: /run/secrets/shop, overlap: 10m}
                    - text
                """);

        assertThat(bound.secrets())
                .containsExactly(
                        new SecretProperties(
                                "whsec_hidden",
                                null,
                                "blue",
                                Instant.parse("2027-01-01T00:00:00Z"),
                                Instant.parse("2027-02-01T00:00:00Z"),
                                null),
                        new SecretProperties(null, "/run/secrets/shop", null, null, null, Duration.ofMinutes(10)),
                        SecretProperties.of("text"));
        assertThat(bound.toString()).doesNotContain("whsec_hidden");
    }

    @Test
    void doesNotShowASecret() {
        assertThat(bind("shop: {scheme: stripe, secrets: [whsec_hidden]}").toString())
                .doesNotContain("whsec_hidden")
                .contains("[secret]");
    }

    private static SourceProperties bind(String yaml) {
        return Declaration.properties(yaml).get("shop");
    }
}
