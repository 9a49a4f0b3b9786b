package dev.durahook.receiver.provider;

import static dev.durahook.receiver.signature.Digests.base64Url;
import static dev.durahook.receiver.signature.Digests.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.receiver.keys.https.ExternalKeys;
import dev.durahook.receiver.source.Declaration;
import dev.durahook.receiver.verification.Rejection;
import dev.durahook.receiver.verification.Verdict.Rejected;
import dev.durahook.receiver.verification.Verdict.Undecided;
import dev.durahook.receiver.verification.Verdict.Verified;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Attacks with tokens that succeed if a verifier trusts the token's own claims. */
class TokenAttacksTest {

    private static final Provider PLAID = KeyProviders.plaid("plaid");
    private static final Provider VONAGE = Providers.all()
            .filter(provider -> provider.scheme().equals("vonage"))
            .findFirst()
            .orElseThrow();
    private static final long NOW = Provider.NOW.getEpochSecond();

    @ParameterizedTest
    @ValueSource(strings = {"none", "None", "NONE", "", "RS256", "ES256", "EdDSA", "hs256"})
    void vonageTokenThatNamesAnotherAlgorithm(String algorithm) throws Exception {
        String token = Tokens.hs256(bytes(VONAGE.secret()), "{'alg':'" + algorithm + "'}", claims());
        vonageRejects(token);
        vonageRejects(token.substring(0, token.lastIndexOf('.') + 1));
        vonageRejects(token.substring(0, token.lastIndexOf('.')));
    }

    @Test
    void vonageTokenWithALongerHmacIsGenuine() throws Exception {
        String content = Tokens.content("{'alg':'HS512'}", claims());
        String token = content + "."
                + base64Url(dev.durahook.receiver.signature.Digests.sha512(bytes(VONAGE.secret()), bytes(content)));
        assertThat(VONAGE.source(VONAGE.secret())
                        .verify(VONAGE.sent().signed(token).delivery()))
                .isEqualTo(new Verified(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bearer ", "BEARER ", "Bearer  "})
    void theSchemeBeforeAVonageTokenHasNoCase(String scheme) {
        Sent sent = VONAGE.sent();
        assertThat(VONAGE.source(VONAGE.secret())
                        .verify(sent.with("Authorization", scheme + sent.signature())
                                .delivery()))
                .isEqualTo(new Verified(0));
    }

    @Test
    void vonageTokenWithoutTheHashOfTheBody() throws Exception {
        assertThat(vonageRejects(Tokens.hs256(VONAGE.secret(), "{'iat':" + NOW + "}"))
                        .reason())
                .isEqualTo(Rejection.SIGNATURE_MISSING);
    }

    @Test
    void vonageTokenThatSaysNotWhenItWasMade() throws Exception {
        vonageRejects(Tokens.hs256(
                VONAGE.secret(),
                "{'payload_hash':'%s'}".formatted(Tokens.hash(VONAGE.sent().body()))));
    }

    @Test
    void vonageTokenWithACriticalHeader() throws Exception {
        vonageRejects(Tokens.hs256(bytes(VONAGE.secret()), "{'alg':'HS256','crit':['b64'],'b64':false}", claims()));
        vonageRejects(Tokens.hs256(bytes(VONAGE.secret()), "{'alg':'HS256','crit':['exp'],'exp':1}", claims()));
    }

    @Test
    void plaidTokenSignedWithThePublicKeyAsASecret() throws Exception {
        byte[] publicKey = KeyProviders.PLAID.getPublic().getEncoded();
        String header = "{'alg':'HS256','kid':'" + KeyProviders.KEY_ID + "'}";
        plaidRejects(Tokens.hs256(publicKey, header, KeyProviders.plaidClaims()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "ES384", "RS256", "ES256K"})
    void plaidTokenThatNamesAnotherAlgorithm(String algorithm) throws Exception {
        String header = "{'alg':'" + algorithm + "','kid':'" + KeyProviders.KEY_ID + "'}";
        plaidRejects(Tokens.es256(KeyProviders.PLAID.getPrivate(), header, KeyProviders.plaidClaims()));
    }

    @Test
    void plaidTokenThatNamesAnotherKey() throws Exception {
        plaidRejects(KeyProviders.plaid(KeyProviders.PLAID, KeyProviders.OTHER_KEY_ID)
                .signature());
        plaidRejects(KeyProviders.plaid(KeyProviders.OTHER_PLAID, KeyProviders.KEY_ID)
                .signature());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "../../etc/passwd", "bfbd5111-8e33-4643-8ced-b2e642a72f3c ", "BFBD5111"})
    void plaidTokenThatNamesNoKey(String keyId) throws Exception {
        plaidRejects(KeyProviders.plaid(KeyProviders.PLAID, keyId).signature());
    }

    @Test
    void plaidTokenWithASignatureOfAnotherLength() throws Exception {
        String genuine = PLAID.sent().signature();
        plaidRejects(genuine.substring(0, genuine.lastIndexOf('.') + 1) + base64Url(new byte[63]));
    }

    @Test
    void plaidKeyThatHasExpired() throws Exception {
        Sent sent = KeyProviders.plaid(KeyProviders.PLAID, KeyProviders.EXPIRED_KEY_ID);
        assertThat(PLAID.source(PLAID.secret()).verify(sent.delivery()))
                .isEqualTo(new Rejected(Rejection.KEY_UNKNOWN, "Plaid reports that the key has expired"));
    }

    @Test
    void plaidThatDoesNotAnswerIsAskedOnce() {
        AtomicInteger questions = new AtomicInteger();
        ExternalKeys silent = new ExternalKeys(
                (address, json) -> {
                    questions.incrementAndGet();
                    throw new IOException("no answer");
                },
                (chain, at) -> {});
        String yaml = "shop: {scheme: plaid, secrets: ['client:sesame', 'client:other']}";
        assertThat(Declaration.source(yaml, Declaration.NOW, silent)
                        .verify(PLAID.sent().delivery()))
                .isInstanceOf(Undecided.class);
        assertThat(questions).hasValue(1);
    }

    @Test
    void plaidIsNotAskedIfTheTokenIsForAnotherBody() {
        Sent sent = PLAID.sent().withBody("{\"forged\":true}");
        assertThat(new Provider(
                                "plaid",
                                null,
                                "client:sesame",
                                "",
                                300,
                                PLAID.signed(),
                                PLAID.signing(),
                                Provider.unreachable())
                        .source("client:sesame")
                        .verify(sent.delivery()))
                .isInstanceOf(Rejected.class);
    }

    private static String claims() throws Exception {
        return "{'iat':%d,'payload_hash':'%s'}"
                .formatted(NOW, Tokens.hash(VONAGE.sent().body()));
    }

    private static Rejected vonageRejects(String token) {
        return (Rejected) VONAGE.source(VONAGE.secret())
                .verify(VONAGE.sent().signed(token).delivery());
    }

    private static void plaidRejects(String token) {
        assertThat(PLAID.source(PLAID.secret())
                        .verify(PLAID.sent().signed(token).delivery()))
                .isInstanceOf(Rejected.class);
    }
}
