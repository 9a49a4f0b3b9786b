package dev.durahook.receiver.signature;

import java.util.List;
import java.util.function.Predicate;

/** The secrets of a source, of which several hold while one replaces another. */
public interface Secrets {

    /** Those that hold now, at least one, in the order they were declared. */
    List<Secret> current();

    /**
     * The place of the one that a signature was made with. Every secret is tried, whichever matches: the time it takes
     * does not tell where in the list it stands.
     *
     * @throws NotVerifiedException if it was made with none of them
     */
    default int matching(Predicate<Secret> signature) throws NotVerifiedException {
        List<Secret> current = current();
        int matching = -1;
        for (int i = current.size() - 1; i >= 0; i--) {
            matching = signature.test(current.get(i)) ? i : matching;
        }
        if (matching < 0) {
            throw new NotVerifiedException(
                    Rejection.SIGNATURE_MISMATCH, "the signature matches none of " + current.size() + " secret(s)");
        }
        return matching;
    }
}
