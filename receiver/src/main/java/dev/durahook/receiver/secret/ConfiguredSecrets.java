package dev.durahook.receiver.secret;

import dev.durahook.connection.secret.InvalidTextException;
import dev.durahook.connection.secret.ResolvedTextBindHandler;
import dev.durahook.connection.secret.SecretText;
import dev.durahook.receiver.configuration.InvalidRuleException;
import dev.durahook.receiver.configuration.InvalidSourceException;
import dev.durahook.receiver.configuration.SourceKeys;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The secrets of one source: first the secrets under {@code secrets}, then the files under {@code secret-files}. */
public final class ConfiguredSecrets implements Secrets {

    private static final Logger LOG = LoggerFactory.getLogger(ConfiguredSecrets.class);

    // Files are read again, and their former content becomes invalid, as time passes: not because a clock is set.
    private static final InstantSource ELAPSED = () -> Instant.EPOCH.plusNanos(System.nanoTime());

    private final SourceKeys keys;
    private final int shortest;
    private final InstantSource clock;
    private final List<Held> held = new ArrayList<>();
    private volatile boolean isOut;

    private ConfiguredSecrets(SourceKeys keys, int shortest, InstantSource clock) {
        this.keys = keys;
        this.shortest = shortest;
        this.clock = clock;
    }

    /**
     * Reads the secrets of a source.
     *
     * @param secrets the secrets under {@code secrets}
     * @param files the paths under {@code secret-files}
     * @param form reads a secret in the form of the scheme's provider
     * @param shortest the length in bytes below which a secret gets a warning, because a stranger could guess it
     * @throws InvalidSourceException if there is no secret, or a secret is not valid
     */
    public static Secrets of(
            SourceKeys keys,
            List<SecretProperties> secrets,
            List<String> files,
            Function<String, Secret> form,
            int shortest,
            InstantSource clock) {
        ConfiguredSecrets configured = new ConfiguredSecrets(keys, shortest, clock);
        for (int i = 0; i < secrets.size(); i++) {
            String key = "secrets[" + i + "]";
            SecretProperties declared = secrets.get(i);
            keys.checking(key, () -> check(declared));
            configured.add(declared.file() == null ? key : key + ".file", declared, form);
        }
        for (int i = 0; i < files.size(); i++) {
            String path = files.get(i);
            configured.add("secret-files[" + i + "]", SecretProperties.in(path), form);
        }
        checkNumber(keys, secrets, files);
        // The start itself says so.
        configured.isOut = configured.hasNoneAt(clock.instant());
        return configured;
    }

    /**
     * Reads a token that is a text, which is valid between the moments that its declaration names.
     *
     * @param key the token's key
     */
    public static Secrets token(SourceKeys keys, String key, SecretProperties declared, InstantSource clock) {
        List<Secret> token = keys.checking(key, () -> {
            declared.check();
            return List.of(read(declared.text(), text -> KeyForm.TEXT.read(text, "")));
        });
        return () -> declared.isValid(clock.instant()) ? token : List.of();
    }

    /**
     * Reads a configured secret.
     *
     * @param form reads a secret in the form of the scheme's provider
     */
    private static Secret read(String text, Function<String, Secret> form) {
        try {
            ResolvedTextBindHandler.check(text);
            return form.apply(SecretText.written(text));
        } catch (InvalidTextException e) {
            throw new InvalidRuleException(e.problem());
        }
    }

    @Override
    public List<Secret> current() {
        Instant now = clock.instant();
        List<Secret> current = new ArrayList<>(held.size());
        for (Held secret : held) {
            SecretProperties declared = secret.declared();
            // The file of a secret that is not valid yet may be removed too.
            List<Secret> content =
                    declared.hasExpired(now) ? List.of() : secret.content().get();
            if (declared.hasBegun(now)) {
                content.forEach(key -> current.add(key.at(secret.place())));
            }
        }
        warnOnce(current.isEmpty());
        return current;
    }

    private boolean hasNoneAt(Instant now) {
        return held.stream().noneMatch(secret -> secret.declared().isValid(now));
    }

    // If two threads race, the line is logged twice, which does no harm.
    private void warnOnce(boolean isEmpty) {
        if (isEmpty && !isOut) {
            LOG.warn("Source {} has no secret that is valid now, so every delivery gets 401", keys.source());
        }
        isOut = isEmpty;
    }

    private void add(String key, SecretProperties declared, Function<String, Secret> form) {
        AtomicBoolean told = new AtomicBoolean();
        Function<String, Secret> checked = text -> {
            Secret secret = form.apply(text);
            // A file is read every second.
            if (secret.bytes().length < shortest && !declared.hasExpired(clock.instant()) && !told.getAndSet(true)) {
                warnOfShort(key);
            }
            return secret;
        };
        held.add(new Held(declared, keys.checking(key, () -> content(declared, checked)), held.size()));
    }

    // With one genuine delivery, a stranger can try short secrets without end.
    private void warnOfShort(String key) {
        LOG.warn(
                "Source {}: the secret of {} is shorter than {} bytes, so a stranger could guess it. Use a long random"
                        + " secret",
                keys.source(),
                key,
                shortest);
    }

    private Supplier<List<Secret>> content(SecretProperties declared, Function<String, Secret> form) {
        if (declared.file() == null) {
            List<Secret> written = List.of(read(declared.text(), form));
            return () -> written;
        }
        try {
            return new SecretFile(Path.of(declared.file()), form, declared.overlapOrNone(), ELAPSED)::current;
        } catch (InvalidPathException e) {
            throw new InvalidRuleException("is not a valid path: name a file");
        }
    }

    private static boolean check(SecretProperties declared) {
        declared.check();
        return true;
    }

    private static void checkNumber(SourceKeys keys, List<SecretProperties> secrets, List<String> files) {
        if (secrets.isEmpty() && files.isEmpty()) {
            throw keys.invalid(
                    "secrets", "is missing: list at least one secret as the sender shows it, or use secret-files");
        }
        if (hasTwice(secrets.stream()
                .map(SecretProperties::value)
                .filter(Objects::nonNull)
                .toList())) {
            throw keys.invalid("secrets", "lists the same secret twice: remove one");
        }
        if (hasTwice(secrets.stream()
                .map(SecretProperties::name)
                .filter(Objects::nonNull)
                .toList())) {
            throw keys.invalid("secrets", "gives the same name twice: rename one");
        }
    }

    private static boolean hasTwice(List<String> texts) {
        return new HashSet<>(texts).size() < texts.size();
    }

    private record Held(SecretProperties declared, Supplier<List<Secret>> content, int place) {}
}
