package dev.durahook.receiver.signing;

import dev.durahook.receiver.configuration.InvalidRuleException;
import dev.durahook.receiver.delivery.Delivery;
import dev.durahook.receiver.keys.https.ExternalKeys;
import dev.durahook.receiver.secret.Secret;
import dev.durahook.receiver.secret.Secrets;
import dev.durahook.receiver.verification.Verdict.Verified;
import dev.durahook.receiver.verification.Verification;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Signs nothing: every delivery passes. */
record Unsigned() implements SigningMethod {

    @Override
    public boolean isUnsigned() {
        return true;
    }

    @Override
    public Secret secret(String text) {
        throw new InvalidRuleException("has no effect, because the scheme signs nothing: remove it");
    }

    @Override
    public List<List<String>> headers() {
        return List.of();
    }

    @Override
    public boolean signsUrl() {
        return false;
    }

    @Override
    public boolean signsBody(List<String> pointers) {
        return false;
    }

    @Override
    public boolean signsHeader(List<String> names) {
        return false;
    }

    @Override
    public boolean canBeTried() {
        return false;
    }

    @Override
    public @Nullable Duration tolerance() {
        return null;
    }

    @Override
    public SigningMethod tolerating(Duration tolerance) {
        throw new InvalidRuleException("has no effect, because the scheme signs nothing: remove it");
    }

    @Override
    public Delivery at(Delivery delivery, String publicUrl) {
        return delivery;
    }

    @Override
    public Verification verification(Secrets secrets, InstantSource clock, ExternalKeys keys) {
        return delivery -> Verified.WITHOUT_SIGNATURE;
    }

    @Override
    public String described(Delivery delivery) {
        return "nothing";
    }

    @Override
    public String key() {
        return "signature";
    }
}
