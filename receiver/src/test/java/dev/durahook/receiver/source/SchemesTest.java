package dev.durahook.receiver.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.durahook.receiver.extraction.KeptHeaders;
import dev.durahook.receiver.identity.IdRule;
import dev.durahook.receiver.scheme.Scheme;
import dev.durahook.receiver.scheme.Schemes;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SchemesTest {

    private static final Schemes SCHEMES = Schemes.load();

    /** The general schemes fit any sender, so a source must declare its id. */
    private static final Set<String> GENERAL = Set.of("bearer", "basic", "api-key");

    static Stream<String> names() {
        return SCHEMES.names().stream();
    }

    @Test
    void theFoundationIsThere() {
        assertThat(SCHEMES.names()).contains("github", "stripe", "standard-webhooks", "none");
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyRowNamesItsProviderAndItsPage(String name) {
        Scheme scheme = scheme(name);
        assertThat(scheme.provider()).isNotBlank();
        assertThat(URI.create(scheme.page())).hasScheme("https");
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyRowHasAnIdRuleUnlessItFitsAnySender(String name) {
        assertThat(scheme(name).id() == null).isEqualTo(GENERAL.contains(name));
        assertThat(scheme(name).type()).isNotNull();
    }

    // A GET has no body, so it can't be a delivery.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "api-key",
                "basic",
                "bearer",
                "contentful",
                "gitea",
                "hubspot-v2",
                "messagebird",
                "messagebird-jwt",
                "none",
                "plivo-v2",
                "plivo-v3",
                "telnyx",
                "twilio",
                "vonage",
                "vonage-sig-hmac-md5",
                "vonage-sig-hmac-sha1",
                "vonage-sig-hmac-sha256",
                "vonage-sig-hmac-sha512",
                "vonage-sig-md5",
                "zendesk"
            })
    void aProviderThatLetsItsUserChooseTheMethodIsSetUpWithPost(String name) {
        assertThat(scheme(name).guide().setup())
                .containsPattern("method (HTTP )?POST|POST or POST-JSON as the HTTP method");
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyHashOfABodyNamesTheFieldThatMakesBodiesDiffer(String name) {
        IdRule rule = scheme(name).id();
        if (rule != null) {
            assertThat(rule.inOrder())
                    .filteredOn(IdRule::bodyHash)
                    .allSatisfy(way -> assertThat(!way.namedBy().isEmpty()
                                    || scheme(name).guide().identity() != null)
                            .as("a named field, or a sentence if no pointer leads into the body")
                            .isTrue());
        }
    }

    @Test
    void someRowsHashTheBodyAndSomeSignAChallenge() {
        assertThat(SCHEMES.names())
                .map(SchemesTest::scheme)
                .anyMatch(scheme ->
                        scheme.id() != null && scheme.id().inOrder().stream().anyMatch(IdRule::bodyHash))
                .anyMatch(scheme -> scheme.handshakes().stream().anyMatch(rule -> rule.proof() != null));
    }

    @ParameterizedTest
    @MethodSource("names")
    void noKeptHeaderIsACredential(String name) {
        Scheme scheme = scheme(name);
        assertThatCode(() -> KeptHeaders.of(List.of(), scheme.headers(), scheme.signingHeaders()))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyRowButOneHasASignature(String name) {
        assertThat(scheme(name).signing().isUnsigned()).isEqualTo(name.equals("none"));
    }

    @ParameterizedTest
    @MethodSource("names")
    void noHandshakeSignsTheContentOfADelivery(String name) {
        scheme(name).handshakes().stream()
                .filter(rule -> rule.proof() != null)
                .forEach(rule -> assertThat(rule.challenge().matches())
                        .as("holds letters and digits, and is bounded")
                        .matches("\\[[A-Za-z0-9+/=_-]+]\\{1?[0-9]*,[0-9]{2,3}}"));
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyNameCanBeWrittenWithoutQuotes(String name) {
        assertThat(name).matches("[a-z0-9-]+");
    }

    @Test
    void idIsSignedIfItsPlaceIsSigned() {
        assertThat(scheme("stripe").isIdSigned()).isTrue();
        assertThat(scheme("standard-webhooks").isIdSigned()).isTrue();
        assertThat(scheme("github").isIdSigned()).isFalse();
        assertThat(scheme("none").isIdSigned()).isFalse();
        assertThat(scheme("aws-sns").isIdSigned()).isTrue();
        assertThat(scheme("mailgun").isIdSigned()).isTrue();
        assertThat(scheme("adyen").isIdSigned()).isTrue();
        assertThat(scheme("braintree").isIdSigned()).isTrue();
        assertThat(scheme("paypal").isIdSigned()).isFalse();
        assertThat(scheme("ms-graph").isIdSigned()).isFalse();
        assertThat(scheme("salesforce").isIdSigned()).isFalse();
        assertThat(scheme("strava").isIdSigned()).isFalse();
        assertThat(scheme("dropbox").isIdSigned()).isFalse();
        assertThat(scheme("contentful").isIdSigned()).isFalse();
        assertThat(scheme("gitea").isIdSigned()).isFalse();
        assertThat(scheme("woocommerce").isIdSigned()).isFalse();
        assertThat(scheme("meta").isIdSigned()).isTrue();
        assertThat(scheme("docusign").isIdSigned()).isTrue();
        assertThat(scheme("plivo-v3").isIdSigned()).isFalse();

        // An attacker can change the header with the type, which is a part of the hash.
        Scheme bitbucket = scheme("bitbucket-server");
        assertThat(bitbucket.isIdSigned(bitbucket.idRule().otherwise().get(0))).isFalse();
    }

    private static Scheme scheme(String name) {
        return SCHEMES.named(name).orElseThrow();
    }
}
