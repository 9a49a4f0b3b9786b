package dev.durahook.receiver.secret;

import dev.durahook.receiver.verification.NotVerifiedException;
import dev.durahook.receiver.verification.Rejection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The secrets of a source. Several are valid while one replaces another. */
@FunctionalInterface
public interface Secrets {

    /**
     * The secrets that are valid now, in the order of their declaration. If there are none, no delivery is verified.
     */
    List<Secret> current();

    /**
     * The secrets that are valid now, at least one.
     *
     * @throws NotVerifiedException if no secret is valid
     */
    default List<Secret> currentOrThrow() throws NotVerifiedException {
        List<Secret> current = current();
        if (current.isEmpty()) {
            throw new NotVerifiedException(Rejection.NO_VALID_SECRET, "no secret of the source is valid now");
        }
        return current;
    }

    /** Tells whether a signature was made with a secret. */
    @FunctionalInterface
    interface SignatureTest {

        /**
         * Whether the signature was made with this secret.
         *
         * @throws NotVerifiedException if the delivery can't be verified with any secret
         */
        boolean isMadeWith(Secret secret) throws NotVerifiedException;
    }

    /**
     * The first of these secrets with which a signature was made; empty if no secret matches. Every secret is tried, so
     * that the time of an answer does not reveal which one matched.
     */
    static Optional<Secret> firstMatching(List<Secret> secrets, SignatureTest signature) throws NotVerifiedException {
        @Nullable Secret matching = null;
        for (int i = secrets.size() - 1; i >= 0; i--) {
            matching = signature.isMadeWith(secrets.get(i)) ? secrets.get(i) : matching;
        }
        return Optional.ofNullable(matching);
    }

    /**
     * The secret with which a signature was made.
     *
     * @throws NotVerifiedException if no secret matches
     */
    default Secret matchingSecret(Predicate<Secret> signature) throws NotVerifiedException {
        List<Secret> valid = currentOrThrow();
        return firstMatching(valid, signature::test)
                .orElseThrow(() -> new NotVerifiedException(
                        Rejection.SIGNATURE_MISMATCH, "the signature matches none of " + valid.size() + " secret(s)"));
    }

    /**
     * The position, in the source's declaration, of the secret with which a signature was made.
     *
     * @throws NotVerifiedException if no secret matches
     */
    default int matching(Predicate<Secret> signature) throws NotVerifiedException {
        return matchingSecret(signature).place();
    }
}
