package dev.durahook.worker.destination.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.durahook.connection.configuration.InvalidConfigurationException;
import dev.durahook.worker.destination.http.client.Timeouts;
import dev.durahook.worker.destination.signing.SigningKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpDestinationPropertiesTest {

    private static final String CANARY = "canary-7f3a";
    private static final String URL = "https://crm.example.com/events";

    @TempDir
    Path folder;

    @Test
    void urlAndSecretAreEnough() {
        HttpDestination crm = CrmDeclaration.crm(URL).destination();
        assertThat(crm.name()).isEqualTo("crm");
        assertThat(crm.url()).hasToString(URL);
        assertThat(crm.secrets().keys()).hasSize(1);
        assertThat(crm.forwarded()).isEmpty();
        assertThat(crm.headers()).isEmpty();
        assertThat(crm.timeouts())
                .isEqualTo(new Timeouts(Duration.ofSeconds(5), Duration.ofSeconds(15), Duration.ofSeconds(30)));
        assertThat(crm.retryAfterLimit()).isEqualTo(Duration.ofHours(1));
        assertThat(crm.allowPrivateNetwork()).isFalse();
    }

    @Test
    void everyKeyIsMapped() throws IOException {
        Path file = Files.writeString(folder.resolve("secret"), CrmDeclaration.SECRET + "\n");
        HttpDestination crm = CrmDeclaration.crm("http://crm.internal/events")
                .with("secret-files[0]", file.toString())
                .with("signature", "standard-webhooks")
                .with("headers", "X-GitHub-Event,User-Agent")
                .with("request-headers.Authorization", "Bearer abc")
                .with("connect-timeout", "1ms")
                .with("request-timeout", "2s")
                .with("total-timeout", "3s")
                .with("retry-after-limit", "4h")
                .with("allow-http", "true")
                .with("allow-private-network", "true")
                .destination();
        assertThat(crm.secrets().keys()).hasSize(2);
        assertThat(crm.forwarded()).containsExactly("x-github-event", "user-agent");
        assertThat(crm.headers()).isEqualTo(Map.of("Authorization", "Bearer abc"));
        assertThat(crm.timeouts())
                .isEqualTo(new Timeouts(Duration.ofMillis(1), Duration.ofSeconds(2), Duration.ofSeconds(3)));
        assertThat(crm.retryAfterLimit()).isEqualTo(Duration.ofHours(4));
        assertThat(crm.allowPrivateNetwork()).isTrue();
    }

    // Spring does not find the variable: the requests would be sent without their credential.
    @Test
    void requestHeaderOfAVariableAloneStopsTheStart() {
        String variable = "DURAHOOK_DESTINATIONS_CRM_REQUEST_HEADERS_AUTHORIZATION";
        CrmDeclaration crm = CrmDeclaration.crm(URL).withVariable(variable, CANARY);
        assertThatThrownBy(crm::destination)
                .isInstanceOf(InvalidConfigurationException.class)
                .hasMessageStartingWith(
                        "durahook.destinations.crm.request-headers has no entry to which the variable " + variable)
                .hasMessageContaining("${CRM_AUTHORIZATION}")
                .hasMessageNotContaining(CANARY);
        assertThat(crm.with("request-headers.Authorization", "").destination().headers())
                .isEqualTo(Map.of("Authorization", CANARY));
    }

    @Test
    void summarySaysWhetherPrivateNetworksAreBlocked() {
        assertThat(CrmDeclaration.crm(URL).destination().summary()).endsWith(", private networks allowed");
        assertThat(CrmDeclaration.crm(URL).guarded().destination().summary()).endsWith(", private networks blocked");
        assertThat(CrmDeclaration.crm(URL)
                        .guarded()
                        .with("allow-private-network", "true")
                        .destination()
                        .summary())
                .endsWith(", private networks allowed");
    }

    @Test
    void destinationThatVerifiesNothingHasToBeDeclaredSo() {
        CrmDeclaration unsigned = CrmDeclaration.crm(URL).without("secrets");
        assertThatThrownBy(unsigned::destinations)
                .hasMessageStartingWith("durahook.destinations.crm.secrets must be given")
                .hasMessageContaining("signature: none");
        assertThat(unsigned.with("signature", "none").destination().secrets().keys())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "url=|url must be a URL",
                "url=crm.example.com|url must be a URL",
                "url=ftp://crm.example.com|url must be a URL",
                "url=http://crm.example.com|url is not https",
                "url=https://user:canary-7f3a@crm.example.com|url holds a user or a password",
                "url=https://canary-7f3a@crm.example.com|url holds a user or a password",
                "secrets=canary-7f3a|secrets[0] is not base64",
                "secrets=|secrets must be given",
                "secrets[0]=|secrets[0] is shorter than 24 bytes",
                "secrets=whsec_Y2FuYXJ5|secrets[0] is shorter than 24 bytes",
                "secrets=whsk_Y2FuYXJ5|secrets[0] is not an Ed25519 key",
                "secret-files=/no/such/file|secret-files[0] can't be read",
                "signature=none|signature must not be none if there are secrets",
                "signature=canary-7f3a|signature has an invalid value: use one of standard-webhooks, none",
                "signature=|signature is empty: give it a value, or leave it out",
                "requests-per-second=|requests-per-second is empty",
                "secret-files[0]=|secret-files[0] is empty: name a file",
                "headers=X-A,ce-*|headers[1] ends with a star, which only the headers of a source may: name each header",
                "connect-timeout=25d|connect-timeout must not be longer than 24d",
                "request-timeout=99999999d|request-timeout must not be longer than 24d",
                "total-timeout=25d|total-timeout must not be longer than 24d",
                "retry-after-limit=36501d|retry-after-limit must not be longer than 36500d",
                "headers=Authorization|headers[0] can't be sent on",
                "headers=X-A,Cookie|headers[1] can't be sent on",
                "headers=Host|headers[0] can't be sent on",
                "headers=Content-Length|headers[0] can't be sent on",
                "headers=Transfer-Encoding|headers[0] can't be sent on",
                "headers=Webhook-Signature|headers[0] can't be sent on",
                "headers=Durahook-Attempt|headers[0] can't be sent on",
                "request-headers.Host=crm|request-headers.Host can't be set",
                "request-headers.Webhook-Id=1|request-headers.Webhook-Id can't be set",
                "request-headers.Authorization=|request-headers.Authorization is empty",
                "request-headers.Authorization=canary-7f3aü|request-headers.Authorization holds a character",
                "connect-timeout=0s|connect-timeout must be 1ms or longer",
                "request-timeout=-1s|request-timeout must be 1ms or longer",
                "total-timeout=0s|total-timeout must be 1ms or longer",
                "connect-timeout=5|connect-timeout has no unit",
                "request-timeout=15|request-timeout has no unit",
                "total-timeout=30|total-timeout has no unit",
                "retry-after-limit=3600|retry-after-limit has no unit",
                "total-timeout=canary-7f3a|total-timeout has an invalid value",
                "retry-after-limit=-1s|retry-after-limit must be 0",
                "policy=|policy is empty",
                "requests-per-second=0|requests-per-second must be more than 0",
                "requests-per-second=NaN|requests-per-second must be more than 0",
                "requests-per-second=canary-7f3a|requests-per-second has an invalid value",
                "concurrency=0|concurrency must be 1 or more",
                "concurrency=canary-7f3a|concurrency has an invalid value",
                "secret=canary-7f3a|secret is not a known key of this destination",
                "url.value=canary-7f3a|url.value is not a known key of this destination",
                "url=https://${ABSENT}.example.com/canary-7f3a|url holds a placeholder that nothing resolves",
                "secrets=whsec_${ABSENT}canary-7f3a|secrets holds a placeholder that nothing resolves",
                "secret-files=${ABSENT}/canary-7f3a|secret-files holds a placeholder that nothing resolves",
                "request-headers.Authorization=Bearer ${ABSENT} canary-7f3a|request-headers.authorization holds a placeholder"
            })
    void invalidValueStopsTheStartNamesItsKeyAndQuotesNothing(String property, String message) {
        int equals = property.indexOf('=');
        CrmDeclaration declared =
                CrmDeclaration.crm(URL).with(property.substring(0, equals), property.substring(equals + 1));
        if (property.startsWith("secrets[0]")) {
            declared.without("secrets");
        }
        assertThatThrownBy(declared::destinations)
                .isInstanceOf(InvalidConfigurationException.class)
                .hasMessageStartingWith("durahook.destinations.crm." + message)
                .message()
                .doesNotContain(CANARY);
    }

    @Test
    void aHeadersValueHasOneLine() {
        assertThatThrownBy(CrmDeclaration.crm(URL).with("request-headers.X-A", "a\r\nHost: evil")::destinations)
                .hasMessageContaining(
                        "request-headers.X-A holds U+000D CARRIAGE RETURN (CR) at character 2: remove it");
    }

    @ParameterizedTest
    @CsvSource({
        "canary-7f3a\u200B, U+200B ZERO WIDTH SPACE at character 12",
        "\u00A0canary-7f3a, U+00A0 NO-BREAK SPACE at character 1",
        "canary\u2060-7f3a, U+2060 WORD JOINER at character 7",
        "canary-7f3a\u3000, U+3000 IDEOGRAPHIC SPACE at character 12"
    })
    void aCharacterThatCantBeSeenIsNamedWithItsKey(String value, String character) throws IOException {
        Path file = Files.writeString(folder.resolve("secret"), value + "\n");
        Path good = Files.writeString(folder.resolve("good"), CrmDeclaration.SECRET);
        named(CrmDeclaration.crm(URL).without("secrets").with("secrets[0]", value), "secrets[0]", character);
        named(
                CrmDeclaration.crm(URL)
                        .with("secret-files[0]", good.toString())
                        .with("secret-files[1]", file.toString()),
                "secret-files[1]",
                character);
        named(CrmDeclaration.crm(URL).with("request-headers.X-A", value), "request-headers.X-A", character);
    }

    private static void named(CrmDeclaration declared, String key, String character) {
        assertThatThrownBy(declared::destinations)
                .isInstanceOf(InvalidConfigurationException.class)
                .hasMessage("durahook.destinations.crm." + key + " holds " + character + ": remove it")
                .message()
                .doesNotContain(CANARY);
    }

    @Test
    void aUrlHoldsNoCharacterThatCantBeSeen() {
        assertThatThrownBy(CrmDeclaration.crm(URL + "\u200B")::destinations)
                .hasMessage("durahook.destinations.crm.url holds U+200B ZERO WIDTH SPACE at character 31: remove it");
    }

    @Test
    void byteOrderMarkOfAFileIsNotPartOfTheSecret() throws IOException {
        Path file = Files.writeString(folder.resolve("secret"), "\uFEFF" + CrmDeclaration.SECRET + "\r\n");
        byte[] content = {1};
        assertThat(CrmDeclaration.crm(URL)
                        .with("secret-files", file.toString())
                        .destination()
                        .secrets()
                        .keys())
                .extracting(key -> key.sign(content))
                .containsOnly(SigningKey.of(CrmDeclaration.SECRET).sign(content));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:8080/", "http://127.0.0.1/", "http://127.8.8.8/", "http://[::1]:1/"})
    void ownMachineNeedsNoTls(String url) {
        assertThat(CrmDeclaration.crm(url).destination().url().isHttps()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://169.254.169.254/latest", "https://[fd00::1]/", "https://10.1.2.3/", "https://127.0.0.1"
            })
    void addressOfAPrivateNetworkStopsTheStartIfTheGuardIsOn(String url) {
        assertThatThrownBy(CrmDeclaration.crm(url).guarded()::destinations)
                .hasMessageStartingWith("durahook.destinations.crm.url is in a private network");
        assertThat(CrmDeclaration.crm(url).destinations().names()).hasSize(1);
        assertThat(CrmDeclaration.crm(url)
                        .guarded()
                        .with("allow-private-network", "true")
                        .destinations()
                        .names())
                .hasSize(1);
    }

    @Test
    void nothingThatIsPrintedShowsASecret() {
        assertThat(properties()).hasToString("[destination]");
        HttpDestination crm = CrmDeclaration.crm(URL + "?key=" + CANARY)
                .with("request-headers.Authorization", CANARY)
                .destination();
        assertThat(List.of(crm, crm.secrets(), crm.secrets().keys()).toString())
                .doesNotContain(CANARY)
                .doesNotContain(CrmDeclaration.SECRET.substring(6));
    }

    private static HttpDestinationProperties properties() {
        return new HttpDestinationProperties(
                URL + "?key=" + CANARY,
                List.of(CANARY),
                List.of(),
                SignatureChoice.STANDARD_WEBHOOKS,
                List.of(),
                Map.of("Authorization", CANARY),
                Duration.ZERO,
                Duration.ZERO,
                Duration.ZERO,
                Duration.ZERO,
                false,
                false);
    }
}
