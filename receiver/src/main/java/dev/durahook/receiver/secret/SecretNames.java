package dev.durahook.receiver.secret;

import dev.durahook.receiver.verification.Verdict;
import dev.durahook.receiver.verification.Verdict.Verified;
import java.util.List;

/**
 * The labels of a source's secrets.
 *
 * @param declared the secrets under {@code secrets}; those under {@code secret-files} have no names
 */
public record SecretNames(List<SecretProperties> declared) {

    /** The verdict, with the name of the secret that verified the delivery if it has one. */
    public Verdict in(Verdict verdict) {
        return verdict instanceof Verified verified && isListed(verified.secret())
                ? verified.named(declared.get(verified.secret()).name())
                : verdict;
    }

    /** The name of the secret at this index, or its position from 1. */
    String label(int place) {
        return ((Verified) in(new Verified(place))).label();
    }

    private boolean isListed(int place) {
        return place >= 0 && place < declared.size();
    }
}
