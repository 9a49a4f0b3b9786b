package dev.durahook.receiver.secret;

import dev.durahook.connection.secret.InvalidTextException;
import dev.durahook.connection.secret.SecretText;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A secret in clear text, so that an explanation of a refused delivery can try other forms of it.
 *
 * @param label the secret's name, or its position from 1
 * @param text the secret as it is configured
 * @param state whether the secret is valid now, as a phrase that follows the label
 * @param isValid whether the secret is valid now
 */
public record RevealedSecret(String label, String text, String state, boolean isValid) {

    /**
     * The secrets of a source, in the order of their positions. An unreadable file is an error only for its own source,
     * and is reported when that source starts.
     *
     * @param secrets the secrets under {@code secrets}
     * @param files the paths under {@code secret-files}
     */
    public static List<RevealedSecret> all(List<SecretProperties> secrets, List<String> files, Instant now) {
        List<SecretProperties> all = Stream.concat(
                        secrets.stream(), files.stream().map(SecretProperties::in))
                .toList();
        return IntStream.range(0, all.size())
                .mapToObj(i -> of(all.get(i).label(i), all.get(i), now))
                .toList();
    }

    private static RevealedSecret of(String label, SecretProperties secret, Instant now) {
        String file = secret.file();
        try {
            String text = file == null ? secret.text() : SecretText.inFile(Path.of(file));
            return new RevealedSecret(label, text, state(secret, now), secret.isValid(now));
        } catch (InvalidTextException e) {
            return unreadable(label, e.problem());
        } catch (InvalidPathException e) {
            return unreadable(label, "is not a valid path: name a file");
        }
    }

    private static String state(SecretProperties secret, Instant now) {
        if (secret.hasExpired(now)) {
            return "expired at " + secret.notAfter();
        }
        return secret.hasBegun(now) ? "valid" : "valid from " + secret.notBefore() + " on";
    }

    /**
     * A secret whose file can't be read.
     *
     * @param problem the mistake in the file and its remedy
     */
    private static RevealedSecret unreadable(String label, String problem) {
        return new RevealedSecret(label, "", "its file " + problem, false);
    }

    /** Whether the text is known. */
    public boolean isReadable() {
        return !text.isEmpty();
    }

    @Override
    public String toString() {
        return "[secret " + label + "]";
    }
}
