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
 * @param signsHeaders whether all headers that identify an event are signed
 * @param description describes the signed content
 */
record Traits(
        Function<VerifierInputs, Check> check,
        Function<String, Secret> secret,
        @Nullable Duration tolerance,
        boolean signsUrl,
        @Nullable Set<String> only,
        List<String> headers,
        boolean signsHeaders,
        Description description) {

    static Traits of(Function<VerifierInputs, Check> check) {
        return new Traits(
                check,
                text -> KeyForm.TEXT.read(text, ""),
                null,
                false,
                null,
                List.of(),
                false,
                Description.fixed("<body>"));
    }

    Traits keyed(KeyForm form) {
        return reading(text -> form.read(text, ""));
    }

    Traits reading(Function<String, Secret> form) {
        return new Traits(check, form, tolerance, signsUrl, only, headers, signsHeaders, description);
    }

    Traits tolerating(Duration duration) {
        return new Traits(check, secret, duration, signsUrl, only, headers, signsHeaders, description);
    }

    Traits signingUrl() {
        return new Traits(check, secret, tolerance, true, only, headers, signsHeaders, description);
    }

    Traits signingOnly(String... pointers) {
        return new Traits(check, secret, tolerance, signsUrl, Set.of(pointers), headers, signsHeaders, description);
    }

    Traits sending(String... names) {
        return new Traits(check, secret, tolerance, signsUrl, only, List.of(names), signsHeaders, description);
    }

    Traits describing(Description other) {
        return new Traits(check, secret, tolerance, signsUrl, only, headers, signsHeaders, other);
    }

    Traits signingHeaders() {
        return new Traits(check, secret, tolerance, signsUrl, only, headers, true, description);
    }
}
