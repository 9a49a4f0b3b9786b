package dev.durahook.receiver.source;

import dev.durahook.receiver.signature.InvalidRuleException;
import dev.durahook.receiver.signature.Secret;
import dev.durahook.receiver.signature.SecretFile;
import dev.durahook.receiver.signature.Secrets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.Function;

/** The secrets of one source: those written into the configuration, then those in files. */
final class DeclaredSecrets implements Secrets {

    private final List<Secret> written = new ArrayList<>();
    private final List<SecretFile> files = new ArrayList<>();

    private DeclaredSecrets() {}

    /**
     * Reads what a source declares.
     *
     * @param form reads a secret as the scheme's provider writes it down
     * @throws InvalidSourceException if there is no secret, or one of them can't be one
     */
    static DeclaredSecrets of(
            SourceKeys keys, SourceProperties source, Function<String, Secret> form, InstantSource clock) {
        DeclaredSecrets secrets = new DeclaredSecrets();
        for (int i = 0; i < source.secrets().size(); i++) {
            String text = source.secrets().get(i).text();
            keys.checking("secrets[" + i + "]", () -> secrets.written.add(read(text, form)));
        }
        for (int i = 0; i < source.secretFiles().size(); i++) {
            String path = source.secretFiles().get(i);
            keys.checking("secret-files[" + i + "]", () -> secrets.files.add(file(path, form, clock)));
        }
        checkNumber(keys, source);
        return secrets;
    }

    @Override
    public List<Secret> current() {
        List<Secret> current = new ArrayList<>(written);
        files.forEach(file -> current.add(file.current()));
        return current;
    }

    /** Reads a secret that was written into the configuration, as its form says. */
    static Secret read(String text, Function<String, Secret> form) {
        // Spring leaves a placeholder that it can't resolve as it is, and then everybody knows the secret.
        if (text.contains("${")) {
            throw new InvalidRuleException("holds a placeholder that nothing resolves: set the variable it names");
        }
        Secret secret = form.apply(text);
        if (!text.equals(text.strip())) {
            throw new InvalidRuleException("begins or ends with white space, which no sender's secret does: remove it");
        }
        return secret;
    }

    private static SecretFile file(String path, Function<String, Secret> form, InstantSource clock) {
        try {
            return new SecretFile(Path.of(path), form, clock);
        } catch (InvalidPathException e) {
            throw new InvalidRuleException("is no path: name a file");
        }
    }

    private static void checkNumber(SourceKeys keys, SourceProperties source) {
        if (source.secrets().isEmpty() && source.secretFiles().isEmpty()) {
            throw keys.invalid(
                    "secrets", "is missing: list at least one secret as the sender shows it, or name secret-files");
        }
        if (new HashSet<>(source.secrets()).size() < source.secrets().size()) {
            throw keys.invalid("secrets", "lists the same secret twice: remove one");
        }
    }
}
