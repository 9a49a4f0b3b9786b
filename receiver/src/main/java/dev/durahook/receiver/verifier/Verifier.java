package dev.durahook.receiver.verifier;

import dev.durahook.receiver.delivery.Delivery;
import dev.durahook.receiver.secret.KeyForm;
import dev.durahook.receiver.secret.Secret;
import dev.durahook.receiver.verification.Check;
import dev.durahook.receiver.verification.NotVerifiedException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Verifies the deliveries of a scheme that a signature rule can't describe. A scheme's {@code verifier} names it. The
 * receiver finds every bean of this type, in addition to the verifiers of its own catalogue.
 *
 * <p>A verifier describes the scheme, and creates a {@link Check} for each source that uses the scheme.
 */
public interface Verifier {

    /**
     * The name to which {@code verifier} in a scheme refers, such as {@code partner}. As in all configuration, upper
     * case counts as lower case and an underscore as a hyphen.
     */
    String name();

    /**
     * Creates the check of one source. Called once for each source at the start, and at most once more when a wrong
     * signature is diagnosed.
     *
     * @throws dev.durahook.receiver.configuration.InvalidRuleException if the inputs are not valid; stops the start
     */
    Check check(VerifierInputs inputs);

    /**
     * Reads a configured secret, or another text that identifies the sender, such as an ARN.
     *
     * @throws dev.durahook.receiver.configuration.InvalidRuleException if the text is not valid; the message does not quote
     *     it
     */
    default Secret secret(String text) {
        return KeyForm.TEXT.read(text, "");
    }

    /** How old a delivery may be by default; {@code null} if nothing tells its age. */
    default @Nullable Duration tolerance() {
        return null;
    }

    /** The headers that carry the signature and its parameters. They are never stored with an event. */
    default List<String> headers() {
        return List.of();
    }

    /** Whether the URL is signed, so that each source must have a {@code public-url}. */
    default boolean signsUrl() {
        return false;
    }

    /**
     * Whether the values at these pointers are signed.
     *
     * @param pointers JSON pointers into the body; if empty, the whole body must be signed
     */
    default boolean signsBody(List<String> pointers) {
        return true;
    }

    /** Whether a header with one of these names is signed. */
    default boolean signsHeader(List<String> names) {
        return false;
    }

    /** Whether the keys are fetched from the provider. */
    default boolean fetchesKeys() {
        return false;
    }

    /** Whether deliveries contain the secret itself and so must not be printed. */
    default boolean showsSecret() {
        return false;
    }

    /** Whether the sender can't be verified, so that a proxy in front of the receiver must authenticate it. */
    default boolean needsGuard() {
        return false;
    }

    /**
     * Describes the signed content of a delivery, for an operator who compares it with what the sender signed. The body
     * and the secret appear only by name.
     *
     * @throws NotVerifiedException if the delivery does not have the provider's form
     */
    default String described(Delivery delivery) throws NotVerifiedException {
        return "<body>";
    }
}
