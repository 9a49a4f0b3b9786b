package dev.durahook.standalone.storage;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/**
 * The secret of the source {@code github}. The source can't verify a delivery without a secret, so a secret is
 * generated if none is configured.
 *
 * @param properties the configuration keys with which the source uses the secret
 * @param whereabouts where a person finds the secret; never the secret itself
 */
public record GithubSecret(Map<String, Object> properties, String whereabouts) {

    private static final String VARIABLE = "GITHUB_WEBHOOK_SECRET";
    private static final String SECRETS = "durahook.sources.github.secrets";
    private static final String SECRET_FILES = "durahook.sources.github.secret-files";

    /**
     * The configured secret, the secret in the variable {@value #VARIABLE}, or the secret in the data directory, which
     * is generated if it is missing.
     */
    public static GithubSecret of(Environment environment, DataDirectory directory) {
        return given(environment)
                .orElseGet(() -> generated(new GeneratedSecret(directory, directory.githubSecret()).file()));
    }

    /** The secret as in {@link #of}, but without generating one; empty if there is no secret yet. */
    public static Optional<GithubSecret> existing(Environment environment, DataDirectory directory) {
        return given(environment)
                .or(() -> Optional.of(directory.githubSecret())
                        .filter(Files::exists)
                        .map(GithubSecret::generated));
    }

    private static Optional<GithubSecret> given(Environment environment) {
        if (isConfigured(environment, SECRETS) || isConfigured(environment, SECRET_FILES)) {
            return Optional.of(new GithubSecret(Map.of(), "its secret is the configured one"));
        }
        return Optional.of(environment.getProperty(VARIABLE, ""))
                .filter(secret -> !secret.isBlank())
                .map(secret ->
                        new GithubSecret(Map.of(SECRETS + "[0]", "${" + VARIABLE + "}"), "its secret is " + VARIABLE));
    }

    private static GithubSecret generated(Path file) {
        return new GithubSecret(Map.of(SECRET_FILES + "[0]", file.toString()), "its secret is in " + file);
    }

    private static boolean isConfigured(Environment environment, String key) {
        try {
            return Binder.get(environment)
                            .bind(key, Bindable.listOf(String.class))
                            .map(List::size)
                            .orElse(0)
                    > 0;
        } catch (BindException e) {
            // The secrets are maps with keys such as "value" or "file", and not texts. The receiver reads them, and
            // never quotes an invalid secret.
            return true;
        }
    }
}
