package dev.durahook.receiver.provider;

import dev.durahook.receiver.signature.Check;
import dev.durahook.receiver.signature.KeyForm;
import dev.durahook.receiver.signature.Secret;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The properties of a {@link Mechanism}.
 *
 * @param check creates the check of a source
 * @param secret reads a secret in the provider's form
 * @param tolerance how old a delivery may be by default
 * @param signsUrl whether the URL is signed
 * @param only JSON pointers to the signed values in the body; {@code null} if the whole body is signed
 * @param headers the headers that carry the signature and its parameters
 * @param description describes the signed content
 */
record MechanismProperties(
        Function<VerifierInputs, Check> check,
        Function<String, Secret> secret,
        @Nullable Duration tolerance,
        boolean signsUrl,
        @Nullable Set<String> only,
        List<String> headers,
        Description description) {

    static MechanismProperties of(Function<VerifierInputs, Check> check) {
        return new MechanismProperties(
                check, text -> KeyForm.TEXT.read(text, ""), null, false, null, List.of(), Description.fixed("<body>"));
    }

    MechanismProperties keyed(KeyForm form) {
        return reading(text -> form.read(text, ""));
    }

    MechanismProperties reading(Function<String, Secret> form) {
        return new MechanismProperties(check, form, tolerance, signsUrl, only, headers, description);
    }

    MechanismProperties tolerating(Duration duration) {
        return new MechanismProperties(check, secret, duration, signsUrl, only, headers, description);
    }

    MechanismProperties signingUrl() {
        return new MechanismProperties(check, secret, tolerance, true, only, headers, description);
    }

    MechanismProperties signingOnly(String... pointers) {
        return new MechanismProperties(check, secret, tolerance, signsUrl, Set.of(pointers), headers, description);
    }

    MechanismProperties sending(String... names) {
        return new MechanismProperties(check, secret, tolerance, signsUrl, only, List.of(names), description);
    }

    MechanismProperties describing(Description other) {
        return new MechanismProperties(check, secret, tolerance, signsUrl, only, headers, other);
    }
}
