package dev.durahook.connection.profile;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import dev.durahook.connection.configuration.InvalidConfigurationException;
import dev.durahook.connection.secret.InvisibleCharacter;
import io.temporal.envconfig.ClientConfigProfile;
import io.temporal.envconfig.LoadClientConfigProfileOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.util.StringUtils;

/**
 * Loads the profile through Temporal's own {@code temporal-envconfig}, so that names and precedence are those of the
 * CLI, and refuses values that can't work.
 */
final class TemporalProfileLoader {

    private static final String FILE = "TEMPORAL_CONFIG_FILE";
    private static final String PROFILE = "TEMPORAL_PROFILE";

    private static final Pattern NO_NAMESPACE = Pattern.compile("[\\s\"'`$]");

    private TemporalProfileLoader() {}

    /**
     * Loads the profile.
     *
     * @throws InvalidConfigurationException if a variable, or the file, has a value that can't work
     */
    static TemporalProfile load(ConfigurableEnvironment environment) {
        TemporalVariables variables = TemporalVariables.of(environment);
        ClientConfigProfile profile = read(variables);
        return new TemporalProfile(
                address(profile.getAddress()),
                namespace(profile.getNamespace()),
                apiKey(
                        given(profile.getApiKey()),
                        ConnectionKeys.of(environment).apiKeyFile()),
                GrpcMetadata.merge(profile.getMetadata(), variables.metadata()),
                profile.getTls());
    }

    private static ClientConfigProfile read(TemporalVariables variables) {
        boolean file = variables.has(FILE) || variables.has(PROFILE);
        try {
            return ClientConfigProfile.load(options(variables, !file, true));
        } catch (UnrecognizedPropertyException e) {
            return readWithTablesOfTheCli(variables, e);
        } catch (JacksonException e) {
            throw ConfigurationFile.malformed(FILE, e);
        } catch (IOException e) {
            throw ConfigurationFile.unreadable(FILE);
        } catch (NullPointerException e) {
            // envconfig fails like this if the file has no profile.
            throw ConfigurationFile.withoutProfile(FILE);
        } catch (IllegalArgumentException e) {
            throw ConfigurationFile.unusableProfile(variables.has(PROFILE) ? PROFILE : FILE);
        }
    }

    private static ClientConfigProfile readWithTablesOfTheCli(
            TemporalVariables variables, UnrecognizedPropertyException unknown) {
        if (!ConfigurationFile.isOfTheCli(unknown)) {
            throw ConfigurationFile.unknownKey(FILE, unknown);
        }
        try {
            return ClientConfigProfile.load(options(variables, false, false));
        } catch (IOException | IllegalArgumentException e) {
            throw ConfigurationFile.unusableProfile(variables.has(PROFILE) ? PROFILE : FILE);
        }
    }

    private static LoadClientConfigProfileOptions options(
            TemporalVariables variables, boolean disableFile, boolean isStrict) {
        LoadClientConfigProfileOptions.Builder options = LoadClientConfigProfileOptions.newBuilder()
                .setEnvOverrides(variables.settings())
                .setDisableFile(disableFile)
                .setConfigFileStrict(isStrict);
        String file = variables.get(FILE);
        return (file == null ? options : options.setConfigFileData(ConfigurationFile.read(FILE, file))).build();
    }

    private static @Nullable String address(@Nullable String address) {
        String given = visible("TEMPORAL_ADDRESS", given(address));
        return given == null ? null : ConnectionTarget.require("TEMPORAL_ADDRESS", given);
    }

    // A name in quotation marks would be quoted in a command of the log, and the shell would make another name of it.
    private static @Nullable String namespace(@Nullable String namespace) {
        String given = visible("TEMPORAL_NAMESPACE", given(namespace));
        if (given != null && NO_NAMESPACE.matcher(given).find()) {
            throw InvalidConfigurationException.ofKey(
                    "TEMPORAL_NAMESPACE",
                    "holds white space, a quotation mark or a placeholder",
                    "Correct the name: in a variable of the environment, quotation marks are part of the value.");
        }
        return given;
    }

    private static @Nullable String visible(String key, @Nullable String value) {
        Optional<InvisibleCharacter> character = value == null ? Optional.empty() : InvisibleCharacter.in(value);
        if (character.isPresent()) {
            throw InvalidConfigurationException.ofKey(key, "holds " + character.get(), "Remove the character.");
        }
        return value;
    }

    private static @Nullable ApiKey apiKey(@Nullable String key, @Nullable Path file) {
        if (key != null && file != null) {
            throw InvalidConfigurationException.ofKey(
                    ConnectionKeys.API_KEY_FILE,
                    "is set, and so is TEMPORAL_API_KEY or the API key of the profile",
                    "Remove one of the two.");
        }
        if (file != null) {
            return ApiKeyFile.open(file);
        }
        return key == null ? null : fixed(key);
    }

    private static ApiKey fixed(String key) {
        ApiKey.problem(key).ifPresent(problem -> {
            throw InvalidConfigurationException.ofKey(
                    "TEMPORAL_API_KEY", problem, "Remove the character; it is often the last one.");
        });
        return () -> key;
    }

    private static @Nullable String given(@Nullable String value) {
        return StringUtils.hasText(value) ? value : null;
    }
}
