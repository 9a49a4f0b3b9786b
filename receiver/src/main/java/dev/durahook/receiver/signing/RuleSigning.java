package dev.durahook.receiver.signing;

import dev.durahook.receiver.delivery.Delivery;
import dev.durahook.receiver.json.BodyTimestamp;
import dev.durahook.receiver.keys.https.ExternalKeys;
import dev.durahook.receiver.secret.Secret;
import dev.durahook.receiver.secret.Secrets;
import dev.durahook.receiver.signature.Algorithm;
import dev.durahook.receiver.signature.ContentDescription;
import dev.durahook.receiver.signature.RuleVerification;
import dev.durahook.receiver.signature.SignatureRule;
import dev.durahook.receiver.signature.TimestampRule;
import dev.durahook.receiver.text.Labels;
import dev.durahook.receiver.verification.Verification;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Signs as a rule of {@code schemes.yml} says.
 *
 * @param signature the rule
 * @param form how the sender wraps an event in a form
 */
record RuleSigning(SignatureRule signature, @Nullable FormRule form) implements SigningMethod {

    @Override
    public Optional<SignatureRule> rule() {
        return Optional.of(signature);
    }

    @Override
    public Secret secret(String text) {
        return signature.secret(text);
    }

    @Override
    public List<List<String>> headers() {
        return List.of(signature.header());
    }

    @Override
    public boolean signsUrl() {
        return signature.signsUrl();
    }

    @Override
    public boolean signsBody(List<String> pointers) {
        return signature.signsBody();
    }

    @Override
    public boolean signsHeader(List<String> names) {
        return signature.signsHeader(names);
    }

    @Override
    public boolean isExtendable() {
        return signature.isExtendable();
    }

    @Override
    public boolean showsSecret() {
        return signature.algorithm() == Algorithm.EQUAL;
    }

    @Override
    public boolean showsHeaders() {
        return !showsSecret();
    }

    @Override
    public boolean canBeTried() {
        return true;
    }

    @Override
    public @Nullable Duration tolerance() {
        TimestampRule timestamp = signature.timestamp();
        return timestamp == null ? null : timestamp.tolerance();
    }

    @Override
    public SigningMethod tolerating(Duration tolerance) {
        return new RuleSigning(signature.tolerating(tolerance), form);
    }

    @Override
    public Delivery at(Delivery delivery, String publicUrl) {
        return delivery.at(publicUrl);
    }

    @Override
    public Delivery signed(Delivery delivery) {
        return form == null ? delivery : form.signedOf(delivery);
    }

    @Override
    public Verification verification(Secrets secrets, InstantSource clock, ExternalKeys keys) {
        Verification packed = Verification.of(new RuleVerification(signature, secrets, clock));
        Verification verification = form == null ? packed : form.around(packed);
        return BodyTimestamp.after(verification, signature.timestamp(), clock);
    }

    @Override
    public String described(Delivery delivery) {
        return ContentDescription.of(signature, delivery);
    }

    @Override
    public Optional<String> algorithm() {
        return Optional.of(Labels.of(signature.algorithm()) + ", written as " + Labels.of(signature.encoding()));
    }

    @Override
    public String key() {
        return "signature.timestamp";
    }
}
