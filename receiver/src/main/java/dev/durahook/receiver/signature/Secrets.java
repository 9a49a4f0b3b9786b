package dev.durahook.receiver.signature;

import java.util.List;
import java.util.function.Predicate;

/** The secrets of a source, of which several hold while one replaces another. */
@FunctionalInterface
public interface Secrets {

    /** Those that hold now, in the order they were declared; none when all have expired, and then nothing is genuine. */
    List<Secret> current();

    /**
     * Those that hold now, at least one.
     *
     * @throws NotVerifiedException if none does
     */
    default List<Secret> holding() throws NotVerifiedException {
        List<Secret> current = current();
        if (current.isEmpty()) {
            throw new NotVerifiedException(Rejection.NO_VALID_SECRET, "no secret of the source holds at this time");
        }
        return current;
    }

    /**
     * The one that a signature was made with. Every secret is tried, whichever matches: the time it takes does not tell
     * where in the list it stands.
     *
     * @throws NotVerifiedException if it was made with none of them
     */
    default Secret matchingSecret(Predicate<Secret> signature) throws NotVerifiedException {
        List<Secret> holding = holding();
        Secret matching = null;
        for (int i = holding.size() - 1; i >= 0; i--) {
            matching = signature.test(holding.get(i)) ? holding.get(i) : matching;
        }
        if (matching == null) {
            throw new NotVerifiedException(
                    Rejection.SIGNATURE_MISMATCH, "the signature matches none of " + holding.size() + " secret(s)");
        }
        return matching;
    }

    /**
     * The place, as the source declares its secrets, of the one that a signature was made with.
     *
     * @throws NotVerifiedException if it was made with none of them
     */
    default int matching(Predicate<Secret> signature) throws NotVerifiedException {
        return matchingSecret(signature).place();
    }
}
