package dev.durahook.standalone.storage;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/**
 * The secret of the source {@code github}. Somebody has to have one before the first delivery, so one is generated where
 * none is given.
 *
 * @param properties what has to be configured so that the source uses it
 * @param whereabouts where a person finds it; never the secret itself
 */
public record GithubSecret(Map<String, Object> properties, String whereabouts) {

    private static final String VARIABLE = "GITHUB_WEBHOOK_SECRET";
    private static final String SECRETS = "durahook.sources.github.secrets";
    private static final String SECRET_FILES = "durahook.sources.github.secret-files";

    /** The configured one, that of the variable, or the one in the data directory, which is generated if need be. */
    public static GithubSecret of(Environment environment, DataDirectory directory) {
        if (isConfigured(environment, SECRETS) || isConfigured(environment, SECRET_FILES)) {
            return new GithubSecret(Map.of(), "its secret is the configured one");
        }
        if (!environment.getProperty(VARIABLE, "").isBlank()) {
            return new GithubSecret(Map.of(SECRETS + "[0]", "${" + VARIABLE + "}"), "its secret is " + VARIABLE);
        }
        Path file = new GeneratedSecret(directory, directory.githubSecret()).file();
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
            // Secrets with keys of their own are no texts. The receiver reads them, and quotes none that is wrong.
            return true;
        }
    }
}
