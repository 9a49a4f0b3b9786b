package dev.durahook.receiver.explain;

import dev.durahook.receiver.configuration.InvalidSourceException;
import dev.durahook.receiver.delivery.Delivery;
import dev.durahook.receiver.signing.Verifiers;
import dev.durahook.receiver.source.RevealedSource;
import dev.durahook.receiver.source.RevealedSources;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.springframework.core.env.Environment;

/**
 * Finds the most common causes of wrong signatures in a running receiver. Senders trigger it, so at most {@link
 * Trials#FEW} trials are made for each diagnosis; the caller limits how often it is used.
 */
public final class QuickExplainer {

    private final RevealedSources sources;

    private QuickExplainer(RevealedSources sources) {
        this.sources = sources;
    }

    /**
     * An explainer for the sources of a configuration.
     *
     * @param verifiers the verifiers to which the sources' schemes can refer
     * @throws InvalidSourceException if the configuration can't be read
     */
    public static QuickExplainer of(Environment environment, InstantSource clock, Verifiers verifiers) {
        return new QuickExplainer(RevealedSources.of(environment, clock, verifiers));
    }

    /** The most probable cause for which the source refused the delivery. */
    public Diagnosis explain(String source, Delivery delivery) {
        if (!sources.declares(source)) {
            // The application defined this source itself, so its configuration is not known.
            return Diagnosis.unknown();
        }
        try {
            RevealedSource open = sources.named(source);
            return TrialVerification.of(open.signing())
                    .flatMap(verifier -> new Trials(open, verifier, List.of(), delivery).firstPassingOfFew())
                    .map(Diagnosis::of)
                    .or(() -> unreadable(open))
                    .orElseGet(Diagnosis::unknown);
        } catch (InvalidSourceException e) {
            // The source was valid at the start, but the file of a secret has changed since.
            return Diagnosis.unreadable(e.key() + " " + e.problem());
        }
    }

    // The sender may use the secret that should be in the file.
    private static Optional<Diagnosis> unreadable(RevealedSource open) {
        return open.secrets().stream()
                .filter(secret -> !secret.isReadable())
                .findFirst()
                .map(secret -> Diagnosis.unreadable("Secret " + secret.label() + ": " + secret.state()));
    }
}
