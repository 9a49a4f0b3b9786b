package dev.durahook.receiver.explain;

import dev.durahook.receiver.delivery.Delivery;
import dev.durahook.receiver.source.InvalidSourceException;
import dev.durahook.receiver.source.OpenSource;
import dev.durahook.receiver.source.OpenSources;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.springframework.core.env.Environment;

/**
 * Answers "why 401?" for a running receiver, by the few trials that find the commonest mistakes of a setup. A stranger
 * decides what is tried, so there are at most {@link Trials#FEW} of a diagnosis; how often is up to who asks.
 */
public final class QuickExplainer {

    private final OpenSources sources;

    private QuickExplainer(OpenSources sources) {
        this.sources = sources;
    }

    /**
     * That of a configuration.
     *
     * @throws InvalidSourceException if it can't be read
     */
    public static QuickExplainer of(Environment environment, InstantSource clock) {
        return new QuickExplainer(OpenSources.of(environment, clock));
    }

    /** What is most likely wrong with a delivery that this source refused. */
    public Diagnosis explain(String source, Delivery delivery) {
        if (!sources.declares(source)) {
            // The application made it by itself.
            return Diagnosis.unknown();
        }
        try {
            OpenSource open = sources.named(source);
            return Way.of(open)
                    .flatMap(way -> new Trials(open, way, List.of(), delivery).firstPassingOfFew())
                    .map(Diagnosis::of)
                    .or(() -> unreadable(open))
                    .orElseGet(Diagnosis::unknown);
        } catch (InvalidSourceException e) {
            // It started once: since then, the file of a secret has become another.
            return Diagnosis.unreadable(e.key() + " " + e.problem());
        }
    }

    // The sender may sign with what the file was meant to hold.
    private static Optional<Diagnosis> unreadable(OpenSource open) {
        return open.secrets().stream()
                .filter(secret -> !secret.isReadable())
                .findFirst()
                .map(secret -> Diagnosis.unreadable("Secret " + secret.label() + ": " + secret.state()));
    }
}
