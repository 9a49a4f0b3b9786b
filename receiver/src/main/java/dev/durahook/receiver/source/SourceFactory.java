package dev.durahook.receiver.source;

import dev.durahook.receiver.configuration.InvalidSourceException;
import dev.durahook.receiver.configuration.SourceKeys;
import dev.durahook.receiver.extraction.EventExtractor;
import dev.durahook.receiver.extraction.KeptHeaders;
import dev.durahook.receiver.extraction.MediaTypes;
import dev.durahook.receiver.identity.FairnessKey;
import dev.durahook.receiver.keys.https.ExternalKeys;
import dev.durahook.receiver.scheme.Scheme;
import dev.durahook.receiver.scheme.Schemes;
import dev.durahook.receiver.secret.ConfiguredSecrets;
import dev.durahook.receiver.secret.Secrets;
import dev.durahook.receiver.signing.SigningMethod;
import dev.durahook.receiver.verification.Verification;
import dev.durahook.workflows.EventId;
import dev.durahook.workflows.TaskQueues;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.springframework.util.unit.DataSize;

/** Creates the sources from the configuration, and refuses invalid keys. */
final class SourceFactory {

    // The secrets that providers make are longer. A source with a guard in front of it may have an id, which is not
    // secret.
    private static final int SHORTEST_SECRET = 16;

    /** Temporal's limit for one payload is 2 MiB. */
    private static final DataSize MAX_BODY_SIZE = DataSize.ofBytes(2_000_000);

    private static final Pattern READ_BY_YAML = Pattern.compile("true|false|null|\\d+");

    private final SchemeChoice schemes;
    private final VerificationFactory verifications;
    private final HandshakeFactory handshakes;
    private final InstantSource clock;
    private final ExternalKeys externalKeys;

    SourceFactory(Schemes schemes, InstantSource clock, ExternalKeys externalKeys) {
        this.schemes = new SchemeChoice(schemes);
        this.verifications = new VerificationFactory(clock);
        this.handshakes = new HandshakeFactory(clock);
        this.clock = clock;
        this.externalKeys = externalKeys;
    }

    /**
     * Creates the declared sources.
     *
     * @throws InvalidSourceException naming the key and the remedy
     */
    Sources of(Map<String, SourceProperties> declared) {
        List<Source> sources = new ArrayList<>();
        declared.forEach((name, properties) -> sources.add(source(name, properties)));
        return new Sources(sources);
    }

    private Source source(String name, SourceProperties declared) {
        SourceKeys keys = new SourceKeys(name);
        checkName(keys);
        checkLimits(keys, declared);
        Scheme scheme = schemes.of(keys, declared);
        SigningMethod signing = scheme.signing();
        ExternalKeys own = externalKeys.forSource();
        Secrets secrets = signing.isUnsigned()
                ? List::of
                : ConfiguredSecrets.of(
                        keys,
                        declared.secrets(),
                        declared.secretFiles(),
                        scheme::secret,
                        signing.needsGuard() ? 0 : SHORTEST_SECRET,
                        clock);
        Function<Secrets, Verification> verification = any -> verifications.of(keys, declared, signing, any, own);
        return new ConfiguredSource(
                name,
                declared,
                scheme.redeliveryWindow(),
                scheme.success(),
                signing.isUnsigned(),
                secrets,
                verification.apply(secrets),
                new EventExtractor(
                        scheme.identifier(name, fairness(keys, declared)), scheme.events(), signing.isExtendable()),
                kept(keys, declared, scheme),
                new MediaTypes(declared.mediaTypes()),
                handshakes.of(keys, declared, scheme, secrets, verification, own.fetch()));
    }

    private static void checkName(SourceKeys keys) {
        if (!EventId.isSourceName(keys.source())) {
            throw keys.invalid(
                    "", "is not a valid name for a source: use 1 to 50 lower-case letters, digits and hyphens");
        }
        if (READ_BY_YAML.matcher(keys.source()).matches()) {
            throw keys.invalid(
                    "",
                    "is not a valid name for a source, because YAML reads other texts as this name, such as no as"
                            + " false, 010 as 8, or a list as 0 and 1: choose another name");
        }
    }

    private static void checkLimits(SourceKeys keys, SourceProperties declared) {
        DataSize size = declared.maxBodySize();
        if (size.compareTo(MAX_BODY_SIZE) > 0 || size.toBytes() <= 0) {
            throw keys.invalid(
                    "max-body-size", "must be 1B to 2000000B, because Temporal's limit for one payload is 2 MiB");
        }
        if (declared.taskQueue().isBlank()) {
            throw keys.invalid("task-queue", "is empty: name a task queue or leave the key out");
        }
        TaskQueues.mistake(declared.taskQueue()).ifPresent(mistake -> {
            throw keys.invalid("task-queue", mistake);
        });
        if (TaskQueues.isReserved(declared.taskQueue())) {
            throw keys.invalid(
                    "task-queue",
                    "must not be " + TaskQueues.OPERATIONS + ", where a sender could start an operator's decision by an"
                            + " event's type: name another task queue");
        }
    }

    private static FairnessKey fairness(SourceKeys keys, SourceProperties declared) {
        FairnessKey key = keys.checking("fairness-key", () -> FairnessKey.of(declared.fairnessKey()));
        // The length of a template says nothing about the length of the key.
        declared.taskPriority()
                .withFairnessKey(declared.fairnessKey() == null ? null : "key")
                .mistake()
                .ifPresent(mistake -> {
                    throw keys.invalid(mistake.key(), mistake.problem());
                });
        return key;
    }

    private static KeptHeaders kept(SourceKeys keys, SourceProperties declared, Scheme scheme) {
        List<String> identifying = new ArrayList<>(scheme.idRule().headers());
        identifying.addAll(scheme.typeRule().headers());
        List<String> further = new ArrayList<>(scheme.headers());
        further.addAll(declared.headers());
        return keys.checking("headers", () -> KeptHeaders.of(identifying, further, scheme.signingHeaders()));
    }
}
