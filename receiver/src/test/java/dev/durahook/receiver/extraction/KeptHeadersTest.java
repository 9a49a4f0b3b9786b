package dev.durahook.receiver.extraction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.durahook.receiver.configuration.InvalidRuleException;
import dev.durahook.receiver.source.Declaration;
import dev.durahook.receiver.source.Deliveries;
import dev.durahook.receiver.source.Source;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeptHeadersTest {

    @Test
    void keepsContentTypeUserAgentAndHeadersOfTheScheme() {
        Source github = Declaration.source("github: {scheme: github, secrets: [x]}");
        assertThat(github.keptHeaders(Deliveries.of(
                        "{}",
                        "Content-Type",
                        "application/json",
                        "User-Agent",
                        "GitHub-Hookshot/1",
                        "X-GitHub-Event",
                        "push",
                        "X-GitHub-Delivery",
                        "1",
                        "X-Hub-Signature-256",
                        "sha256=secret",
                        "Authorization",
                        "Bearer secret",
                        "Cookie",
                        "a=b",
                        "X-Other",
                        "x")))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "content-type", "application/json",
                        "user-agent", "GitHub-Hookshot/1",
                        "x-github-event", "push",
                        "x-github-delivery", "1"));
    }

    @Test
    void keepsHeadersWithoutACounterpartInTheBody() {
        Source shopify = Declaration.source("shop: {scheme: shopify, secrets: [x]}");
        assertThat(shopify.keptHeaders(Deliveries.of(
                        "{}",
                        "X-Shopify-Shop-Domain",
                        "a.myshopify.com",
                        "X-Shopify-Event-Id",
                        "e1",
                        "X-Shopify-Hmac-SHA256",
                        "x")))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("x-shopify-shop-domain", "a.myshopify.com", "x-shopify-event-id", "e1"));
    }

    @Test
    void keepsHeadersThatTheSourceDeclares() {
        Source source = Declaration.source("shop: {scheme: none, headers: [X-Request-ID]}");
        assertThat(source.keptHeaders(Deliveries.of("{}", "x-request-id", "1", "x-request-id", "2")))
                .containsExactly(Map.entry("x-request-id", "1, 2"));
    }

    @Test
    void neverKeepsAHeaderThatIsTypeAndSignatureAtOnce() {
        KeptHeaders kept = KeptHeaders.of(List.of("X-Sign", "X-Type"), List.of(), List.of("x-sign"));
        assertThat(kept.of(Deliveries.of("{}", "X-Sign", "s", "X-Type", "t").headers()))
                .containsExactly(Map.entry("x-type", "t"));
    }

    @Test
    void keepsAllThatBeginAsDeclaredButForCredentials() {
        KeptHeaders kept = KeptHeaders.of(List.of("ce-id"), List.of("CE-*"), List.of("ce-sign"));
        assertThat(kept.of(Deliveries.of(
                                "{}",
                                "ce-id",
                                "1",
                                "CE-Subject",
                                "s",
                                "ce-mytoken",
                                "t",
                                "ce-sign",
                                "s",
                                "ce",
                                "c",
                                "xce-a",
                                "x")
                        .headers()))
                .containsExactlyInAnyOrderEntriesOf(Map.of("ce-id", "1", "ce-subject", "s"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cf-access-jwt-assertion",
                "cf-webhook-auth",
                "x-goog-iap-jwt-assertion",
                "x-amzn-oidc-data",
                "x-amzn-oidc-identity",
                "x-apikey",
                "x-auth-key",
                "x-session-id",
                "x-credential",
                "x-passwd"
            })
    void starLeavesOutCredentialsOfProxies(String name) {
        KeptHeaders kept = KeptHeaders.of(List.of(), List.of("cf-*", "x-*"), List.of());
        assertThat(kept.of(Deliveries.of("{}", name, "c", "cf-ray", "1", "x-request-id", "2")
                        .headers()))
                .containsOnlyKeys("cf-ray", "x-request-id");
    }

    @ParameterizedTest
    @ValueSource(strings = {"apikey", "X-ApiKey", "Cf-Access-Jwt-Assertion", "X-Credentials", "X-Api-Key", "api_key"})
    void headerThatCarriesACredentialIsRefused(String name) {
        assertThatExceptionOfType(InvalidRuleException.class)
                .isThrownBy(() -> KeptHeaders.of(List.of(), List.of(name), List.of()))
                .withMessageContaining("carries a signature or a credential");
    }

    @Test
    void headerThatMerelySoundsLikeACredentialMayBeDeclared() {
        KeptHeaders kept = KeptHeaders.of(List.of(), List.of("X-Author", "X-Session-Region"), List.of());
        assertThat(kept.of(Deliveries.of("{}", "X-Author", "a", "X-Session-Region", "eu")
                        .headers()))
                .containsOnlyKeys("x-author", "x-session-region");
    }

    @Test
    void patternForEveryHeaderIsRefused() {
        assertThatExceptionOfType(InvalidRuleException.class)
                .isThrownBy(() -> KeptHeaders.of(List.of(), List.of("*"), List.of()))
                .withMessageContaining("lists every header");
    }

    @Test
    void leavesOutHeadersThatNoLongerFit() {
        KeptHeaders kept = KeptHeaders.of(List.of(), List.of("a", "b", "c"), List.of());
        assertThat(kept.of(Deliveries.of("{}", "a", "1".repeat(16_000), "b", "2".repeat(400), "c", "3")
                        .headers()))
                .containsOnlyKeys("a", "c");
    }
}
