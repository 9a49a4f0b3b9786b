package dev.durahook.receiver.provider.token;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.receiver.keys.https.ExternalKeys;
import dev.durahook.receiver.keys.https.Fetch;
import dev.durahook.receiver.keys.https.RefusedFetchException;
import dev.durahook.receiver.provider.KeyProviders;
import dev.durahook.receiver.provider.Provider;
import dev.durahook.receiver.source.Declaration;
import dev.durahook.receiver.source.Source;
import dev.durahook.receiver.verification.Obstacle;
import dev.durahook.receiver.verification.Rejection;
import dev.durahook.receiver.verification.Verdict;
import dev.durahook.receiver.verification.Verdict.Rejected;
import dev.durahook.receiver.verification.Verdict.Undecided;
import dev.durahook.receiver.verification.Verdict.Verified;
import dev.durahook.testsupport.Await;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Plaid's answers about keys, and how long a refused credential is remembered. */
class PlaidKeysTest {

    private static final Provider PLAID = KeyProviders.plaid("plaid");
    private static final Instant END = Provider.NOW.plusSeconds(60);

    private final List<String> questions = new ArrayList<>();

    private final AtomicReference<Instant> now = new AtomicReference<>(Provider.NOW);
    private Fetch plaid = PLAID.externalKeys().fetch();

    @Test
    void aKeyThatPlaidDoesNotHaveIsAskedForOnce() {
        plaid = refusing(400, "INVALID_WEBHOOK_VERIFICATION_KEY_ID");
        Source source = source("'client:sesame', 'client:sesame-2'");
        for (int i = 0; i < 10; i++) {
            assertThat(((Rejected) verdict(source)).reason()).isEqualTo(Rejection.KEY_UNKNOWN);
        }
        assertThat(questions).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "400, INVALID_API_KEYS",
        "400, UNAUTHORIZED_ENVIRONMENT",
        "400, UNAUTHORIZED_ROUTE_ACCESS",
        "401, INVALID_API_KEYS",
        "403, UNAUTHORIZED_ROUTE_ACCESS"
    })
    void aCredentialThatPlaidRefusesIsOurFault(int status, String code) {
        plaid = refusing(status, code);
        Source source = source("'client:sesame', 'client:sesame-2'");
        Undecided verdict = (Undecided) verdict(source);
        assertThat(verdict.obstacle()).isEqualTo(Obstacle.CREDENTIAL_REFUSED);
        assertThat(verdict.detail()).contains("secret 2 of the source", code).doesNotContain("sesame", "client:");
        assertThat(questions).as("each credential").hasSize(2);
    }

    @Test
    void theSecondCredentialIsAskedWithIfThePlaidRefusesTheFirst() {
        assertThat(verdict(source("'client:other', 'client:sesame'"))).isEqualTo(new Verified(1));
    }

    @ParameterizedTest
    @CsvSource({
        "429, RATE_LIMIT",
        "500, INTERNAL_SERVER_ERROR",
        "503, PLANNED_MAINTENANCE",
        "404, NOT_FOUND",
        "302, NONE"
    })
    void anyOtherAnswerDecidesNothing(int status, String code) {
        plaid = refusing(status, code);
        Source source = source("'client:sesame', 'client:sesame-2'");
        assertThat(((Undecided) verdict(source)).obstacle()).isEqualTo(Obstacle.KEY_UNAVAILABLE);
        assertThat(questions).as("not asked again").hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "[]", "null", "<html>", "{\"error_code\":\"<b>\\u001b\"}"})
    void aRefusalWithoutACodeIsQuotedByItsStatus(String body) {
        plaid = (address, json) -> {
            throw new RefusedFetchException(400, body.getBytes());
        };
        assertThat(((Undecided) verdict(source("'client:sesame'"))).detail())
                .contains("with 400 and no error_code:")
                .matches("[ -~]+");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "{\"key\":{}}",
                "{\"key\":7}",
                "{\"key\":null}",
                "<html>",
                "{\"key\":{\"kty\":\"EC\",\"crv\":\"P-256\"}}"
            })
    void answerThatIsNotAKey(String body) {
        plaid = (address, json) -> body.getBytes();
        Rejected verdict = (Rejected) verdict(source("'client:sesame'"));
        assertThat(verdict.reason()).isEqualTo(Rejection.KEY_UNKNOWN);
        assertThat(verdict.detail()).startsWith("Plaid's answer ");
    }

    @Test
    void aCredentialHoldsUntilItsEndAlthoughTheKeyIsThere() {
        Source source = source("{value: 'client:sesame', not-after: %s}".formatted(END));
        now.set(END.minusMillis(1));
        assertThat(verdict(source)).isEqualTo(new Verified(0));
        now.set(END);
        assertThat(((Rejected) verdict(source)).reason()).isEqualTo(Rejection.NO_VALID_SECRET);
        assertThat(questions).hasSize(1);
    }

    @Test
    void aCredentialDoesNotHoldBeforeItsBegin() {
        Source source = source("{value: 'client:sesame', not-before: %s}".formatted(END));
        assertThat(((Rejected) verdict(source)).reason()).isEqualTo(Rejection.NO_VALID_SECRET);
        assertThat(questions).isEmpty();
        now.set(END);
        assertThat(verdict(source)).isEqualTo(new Verified(0));
    }

    @Test
    void theNextCredentialTakesOverWhenTheFirstEnds() {
        Source source = source(
                "{value: 'client:sesame', not-after: %s}, {value: 'client:sesame-2', name: next}".formatted(END));
        assertThat(verdict(source)).isEqualTo(new Verified(0));
        now.set(END);
        assertThat(verdict(source)).isEqualTo(new Verified(1, "next"));
        assertThat(verdict(source)).isEqualTo(new Verified(1, "next"));
        assertThat(questions).hasSize(2);
    }

    @Test
    void aCredentialInAFileHoldsUntilItIsReplaced(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("plaid"), "client:sesame");
        Source source = source("{file: '%s'}".formatted(file));
        assertThat(verdict(source)).isEqualTo(new Verified(0));
        Files.writeString(file, "client:other");
        Await.until("the file is read again", () -> verdict(source) instanceof Undecided);
        assertThat(((Undecided) verdict(source)).obstacle()).isEqualTo(Obstacle.CREDENTIAL_REFUSED);
    }

    private Fetch refusing(int status, String code) {
        return (address, json) -> {
            throw KeyProviders.plaidError(status, code);
        };
    }

    private Source source(String secrets) {
        ExternalKeys externalKeys = new ExternalKeys(
                (address, json) -> {
                    questions.add(new String(json));
                    return plaid.of(address, json);
                },
                (chain, at) -> {});
        return Declaration.source("shop: {scheme: plaid, secrets: [%s]}".formatted(secrets), now::get, externalKeys);
    }

    private static Verdict verdict(Source source) {
        return source.verify(PLAID.sent().delivery());
    }
}
