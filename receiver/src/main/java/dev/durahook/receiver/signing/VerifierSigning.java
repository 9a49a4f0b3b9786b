package dev.durahook.receiver.signing;

import dev.durahook.connection.failure.FailurePlace;
import dev.durahook.receiver.configuration.InvalidRuleException;
import dev.durahook.receiver.delivery.Delivery;
import dev.durahook.receiver.delivery.RequestUrl;
import dev.durahook.receiver.keys.https.ExternalKeys;
import dev.durahook.receiver.keys.https.KeyWaits;
import dev.durahook.receiver.provider.ProviderVerifier;
import dev.durahook.receiver.provider.content.UnverifiedReadLimit;
import dev.durahook.receiver.secret.Secret;
import dev.durahook.receiver.secret.Secrets;
import dev.durahook.receiver.verification.Check;
import dev.durahook.receiver.verification.Freshness;
import dev.durahook.receiver.verification.NotVerifiedException;
import dev.durahook.receiver.verification.Obstacle;
import dev.durahook.receiver.verification.Rejection;
import dev.durahook.receiver.verification.Verdict;
import dev.durahook.receiver.verification.Verdict.Rejected;
import dev.durahook.receiver.verification.Verdict.Undecided;
import dev.durahook.receiver.verification.Verdict.Verified;
import dev.durahook.receiver.verification.Verification;
import dev.durahook.receiver.verifier.Verifier;
import dev.durahook.receiver.verifier.VerifierInputs;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Signs in a way that a class verifies.
 *
 * @param verifier the class
 * @param tolerance how old a delivery may be; {@code null} if nothing tells its age
 */
record VerifierSigning(Verifier verifier, @Nullable Duration tolerance) implements SigningMethod {

    VerifierSigning(Verifier verifier) {
        this(verifier, verifier.tolerance());
    }

    @Override
    public Secret secret(String text) {
        try {
            return verifier.secret(text);
        } catch (InvalidRuleException e) {
            throw e;
        } catch (RuntimeException e) {
            // An application's verifier threw this. The message may quote the secret.
            throw new InvalidRuleException("is not a secret that the verifier can read: " + FailurePlace.of(e));
        }
    }

    @Override
    public List<List<String>> headers() {
        return verifier.headers().stream().map(List::of).toList();
    }

    @Override
    public boolean signsUrl() {
        return verifier.signsUrl();
    }

    @Override
    public boolean signsBody(List<String> pointers) {
        return verifier.signsBody(pointers);
    }

    @Override
    public boolean signsHeader(List<String> names) {
        return verifier.signsHeader(names);
    }

    @Override
    public boolean needsGuard() {
        return verifier.needsGuard();
    }

    @Override
    public boolean showsSecret() {
        return verifier.showsSecret();
    }

    @Override
    public boolean canBeTried() {
        // The check of an application's verifier is made once, and each trial would make another one. A trial of a
        // verifier that fetches keys would fetch.
        return waitsForNothing();
    }

    @Override
    public SigningMethod tolerating(Duration other) {
        if (tolerance == null) {
            throw new InvalidRuleException("has no effect, because the scheme signs no timestamp: remove it");
        }
        if (other.isNegative() || other.isZero()) {
            throw new InvalidRuleException("must be above zero: use a duration such as 5m");
        }
        return new VerifierSigning(verifier, other);
    }

    // The sender adds query parameters and signs them, so the query is taken from the request. A fragment, such as
    // Twilio's #rc=5&rp=all, is neither sent nor signed: it only tells the sender how to connect.
    @Override
    public Delivery at(Delivery delivery, String publicUrl) {
        String address = RequestUrl.of(publicUrl).address().replaceFirst("#.*", "");
        return delivery.at(address + RequestUrl.of(delivery.url()).query());
    }

    @Override
    public Verification verification(Secrets secrets, InstantSource clock, ExternalKeys keys) {
        Freshness freshness = new Freshness(tolerance == null ? Duration.ZERO : tolerance, clock);
        Check check = Objects.requireNonNull(
                verifier.check(new VerifierInputs(secrets, freshness, keys)),
                () -> "the verifier " + verifier.getClass().getName() + " returned no check");
        Verification bounded = bounded(Verification.of(check), keys.waits());
        return delivery -> withSecret(bounded.verify(delivery));
    }

    private Verification bounded(Verification verification, KeyWaits waits) {
        if (!(verifier instanceof ProviderVerifier)) {
            return ifFewAreChecked(verification, waits);
        }
        return waitsForNothing() ? inTurn(verification) : verification;
    }

    // A check of the application's may call another service, which may not answer. A stranger can send any number of
    // deliveries, so the checks leave half of the server's threads to other sources.
    private static Verification ifFewAreChecked(Verification verification, KeyWaits waits) {
        return delivery -> {
            if (!waits.beginsCheck()) {
                return new Undecided(
                        Obstacle.KEY_CROWDED_OUT, "too many deliveries are with verifiers of the application");
            }
            try {
                return verification.verify(delivery);
            } finally {
                waits.endCheck();
            }
        };
    }

    // An application's verifier may call others, and a verifier that fetches keys takes its turn itself,
    // before it waits.
    private boolean waitsForNothing() {
        return verifier instanceof ProviderVerifier && !verifier.fetchesKeys();
    }

    private static Verification inTurn(Verification verification) {
        return delivery -> UnverifiedReadLimit.read(() -> verification.verify(delivery));
    }

    // A check must throw if no secret matches. One that returns -1 instead must not let every delivery pass.
    private static Verdict withSecret(Verdict verdict) {
        return verdict instanceof Verified verified && verified.secret() < 0
                ? new Rejected(Rejection.SIGNATURE_MISMATCH, "the verifier named no secret")
                : verdict;
    }

    @Override
    public String described(Delivery delivery) throws NotVerifiedException {
        return verifier.described(delivery);
    }

    @Override
    public String key() {
        return "verifier";
    }
}
