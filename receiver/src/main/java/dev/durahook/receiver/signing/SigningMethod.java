package dev.durahook.receiver.signing;

import dev.durahook.receiver.configuration.InvalidRuleException;
import dev.durahook.receiver.delivery.Delivery;
import dev.durahook.receiver.keys.https.ExternalKeys;
import dev.durahook.receiver.secret.Secret;
import dev.durahook.receiver.secret.Secrets;
import dev.durahook.receiver.signature.SignatureRule;
import dev.durahook.receiver.verification.NotVerifiedException;
import dev.durahook.receiver.verification.Verification;
import dev.durahook.receiver.verifier.Verifier;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How the senders of a scheme sign their deliveries. */
public sealed interface SigningMethod permits RuleSigning, VerifierSigning, Unsigned {

    /**
     * The way in which a scheme signs.
     *
     * @param rule the scheme's signature rule
     * @param verifier the class that verifies the scheme's deliveries
     * @param form how the sender wraps an event in a form
     * @throws InvalidRuleException if the scheme has a rule and a verifier, or a verifier and a form
     */
    static SigningMethod of(@Nullable SignatureRule rule, @Nullable Verifier verifier, @Nullable FormRule form) {
        if (rule != null && verifier != null) {
            throw new InvalidRuleException("has a signature and a verifier: remove one of them");
        }
        if (form != null && verifier != null) {
            throw new InvalidRuleException(
                    "has a form and a verifier: remove the form, because the verifier reads forms itself");
        }
        if (verifier != null) {
            return new VerifierSigning(verifier);
        }
        return rule == null ? new Unsigned() : new RuleSigning(rule, form);
    }

    /** Whether deliveries have no signature, so that any sender could have sent them. */
    default boolean isUnsigned() {
        return false;
    }

    /** The rule, if the scheme signs by one: it can be changed to find out how a sender signs. */
    default Optional<SignatureRule> rule() {
        return Optional.empty();
    }

    /**
     * Reads a configured secret. Must not be called if the scheme is unsigned.
     *
     * @throws InvalidRuleException if the text is not valid; the message does not quote it
     */
    Secret secret(String text);

    /** The headers that carry the signature and its parameters; of several names in a list, one is sent. */
    List<List<String>> headers();

    /** Whether the URL is signed, so that the source has to declare {@code public-url}. */
    boolean signsUrl();

    /**
     * Whether the values at these pointers are signed.
     *
     * @param pointers JSON pointers into the body; if empty, the whole body must be signed
     */
    boolean signsBody(List<String> pointers);

    /** Whether a header with these names is signed. */
    boolean signsHeader(List<String> names);

    /** Whether an attacker who has captured a delivery can append to it and compute its new signature. */
    default boolean isExtendable() {
        return false;
    }

    /** Whether the sender can't be verified, so that a proxy in front of the receiver must authenticate it. */
    default boolean needsGuard() {
        return false;
    }

    /** Whether deliveries contain the secret itself and so must not be printed. */
    default boolean showsSecret() {
        return false;
    }

    /** Whether a header that carries the signature may be shown to an operator. */
    default boolean showsHeaders() {
        return false;
    }

    /** Whether a delivery can be verified without fetching a key, with nothing but the secrets. */
    boolean canBeTried();

    /** How far a signed timestamp may lie in the past or in the future; {@code null} if none is signed. */
    @Nullable
    Duration tolerance();

    /**
     * The same method with another tolerance.
     *
     * @throws InvalidRuleException if no timestamp is signed, or the tolerance is not valid
     */
    SigningMethod tolerating(Duration tolerance);

    /**
     * The delivery with the URL as it was entered at the sender. Used if the URL is signed.
     *
     * @param publicUrl the source's public-url
     */
    Delivery at(Delivery delivery, String publicUrl);

    /** The delivery with the signed content as its body. */
    default Delivery signed(Delivery delivery) {
        return delivery;
    }

    /**
     * The verification of one source's deliveries.
     *
     * @param secrets the source's secrets
     * @param clock the current time, for the age of deliveries
     * @param keys fetches and trusts keys
     * @throws InvalidRuleException if the timestamp's pointer is not valid
     */
    Verification verification(Secrets secrets, InstantSource clock, ExternalKeys keys);

    /**
     * Describes the signed content of a delivery. The body and the secret appear only by name.
     *
     * @throws NotVerifiedException if the delivery does not have the provider's form
     */
    String described(Delivery delivery) throws NotVerifiedException;

    /** The key under a scheme that declares the method, for messages about {@link #verification}. */
    String key();

    /** The algorithm and encoding of the signature, for an operator, if they are known. */
    default Optional<String> algorithm() {
        return Optional.empty();
    }
}
