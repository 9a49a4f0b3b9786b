package dev.durahook.receiver.provider.content;

import dev.durahook.receiver.provider.ProviderVerifier;
import dev.durahook.receiver.secret.KeyForm;
import dev.durahook.receiver.secret.Secret;
import dev.durahook.receiver.verification.Check;
import dev.durahook.receiver.verifier.VerifierInputs;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The properties of a {@link ProviderVerifier}.
 *
 * @param check creates the check of a source
 * @param secret reads a secret in the provider's form
 * @param tolerance how old a delivery may be by default
 * @param signsUrl whether the URL is signed
 * @param only JSON pointers to the signed values in the body; {@code null} if the whole body is signed
 * @param headers the headers that carry the signature and its parameters
 * @param description describes the signed content
 * @param kind how a delivery proves who sent it
 */
public record VerifierProperties(
        Function<VerifierInputs, Check> check,
        Function<String, Secret> secret,
        @Nullable Duration tolerance,
        boolean signsUrl,
        @Nullable Set<String> only,
        List<String> headers,
        Description description,
        Kind kind) {

    /** How a delivery proves who sent it. */
    public enum Kind {
        /** The sender signs with a secret that the receiver knows. */
        SIGNED,
        /** The sender signs with a key that the receiver fetches from the provider. */
        KEYS_FETCHED,
        /** The delivery contains the secret itself. */
        SECRET_SENT,
        /** The delivery proves nothing: a proxy in front of the receiver must authenticate the sender. */
        GUARD_NEEDED
    }

    /**
     * The properties of a verifier for a sender that signs the whole body, and whose secret is used as it is written.
     * The other methods change one property each.
     */
    public static VerifierProperties of(Function<VerifierInputs, Check> check) {
        return new VerifierProperties(
                check,
                text -> KeyForm.TEXT.read(text, ""),
                null,
                false,
                null,
                List.of(),
                Description.fixed("<body>"),
                Kind.SIGNED);
    }

    /** The same properties with secrets that are written in this form. */
    public VerifierProperties keyed(KeyForm form) {
        return reading(text -> form.read(text, ""));
    }

    /** The same properties with secrets that this function reads. */
    public VerifierProperties reading(Function<String, Secret> form) {
        return new VerifierProperties(check, form, tolerance, signsUrl, only, headers, description, kind);
    }

    /** The same properties with a limit for the age of a delivery. */
    public VerifierProperties tolerating(Duration duration) {
        return new VerifierProperties(check, secret, duration, signsUrl, only, headers, description, kind);
    }

    /** The same properties, but the sender also signs the URL. */
    public VerifierProperties signingUrl() {
        return new VerifierProperties(check, secret, tolerance, true, only, headers, description, kind);
    }

    /**
     * The same properties, but the sender signs only these values of the body.
     *
     * @param pointers JSON pointers to the signed values; if there are none, no part of the body is signed
     */
    public VerifierProperties signingOnly(String... pointers) {
        return new VerifierProperties(check, secret, tolerance, signsUrl, Set.of(pointers), headers, description, kind);
    }

    /** The same properties with the headers that carry the signature and its parameters. */
    public VerifierProperties sending(String... names) {
        return new VerifierProperties(check, secret, tolerance, signsUrl, only, List.of(names), description, kind);
    }

    /** The same properties with another description of the signed content. */
    public VerifierProperties describing(Description other) {
        return new VerifierProperties(check, secret, tolerance, signsUrl, only, headers, other, kind);
    }

    /** The same properties with another kind of proof. */
    public VerifierProperties being(Kind other) {
        return new VerifierProperties(check, secret, tolerance, signsUrl, only, headers, description, other);
    }
}
