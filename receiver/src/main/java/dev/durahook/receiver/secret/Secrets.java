package dev.durahook.receiver.secret;

import dev.durahook.receiver.verification.NotVerifiedException;
import dev.durahook.receiver.verification.Rejection;
import java.util.List;
import java.util.function.Predicate;

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

    /**
     * The secret with which a signature was made. Every secret is tried, so that the time of an answer does not reveal
     * which one matched.
     *
     * @throws NotVerifiedException if no secret matches
     */
    default Secret matchingSecret(Predicate<Secret> signature) throws NotVerifiedException {
        List<Secret> valid = currentOrThrow();
        Secret matching = null;
        for (int i = valid.size() - 1; i >= 0; i--) {
            matching = signature.test(valid.get(i)) ? valid.get(i) : matching;
        }
        if (matching == null) {
            throw new NotVerifiedException(
                    Rejection.SIGNATURE_MISMATCH, "the signature matches none of " + valid.size() + " secret(s)");
        }
        return matching;
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
