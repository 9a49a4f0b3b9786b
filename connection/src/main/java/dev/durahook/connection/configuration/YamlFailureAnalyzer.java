package dev.durahook.connection.configuration;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/**
 * Says where a file of the configuration is not valid YAML. The parser's own message quotes the line, which may hold a
 * secret, and some of its other texts quote a word of the line.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class YamlFailureAnalyzer extends AbstractFailureAnalyzer<MarkedYAMLException> {

    private static final String QUOTE =
            "put it in single quotation marks, and write each single quotation mark in it twice";

    /** The beginnings of SnakeYAML's problems, and the remedies. The first that fits counts. */
    private static final Map<String, String> REMEDIES = remedies();

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable failure, MarkedYAMLException cause) {
        if (!isOfSpring(cause)) {
            return null;
        }
        String problem = "A YAML file of the configuration can't be read" + place(cause.getProblemMark()) + ".";
        String remedy = remedy(String.valueOf(cause.getProblem()))
                + ". Spring reads application.yml, in the working directory and in its folder config, and the files that"
                + " spring.config.location, spring.config.additional-location and spring.config.import name.";
        // At level debug, Spring Boot logs the cause of an analysis with its message.
        return new FailureAnalysis(problem, remedy, new InvalidConfigurationException(problem, remedy));
    }

    // A bean of the application may read YAML of its own.
    private static boolean isOfSpring(MarkedYAMLException failure) {
        return Arrays.stream(failure.getStackTrace())
                .anyMatch(frame -> frame.getClassName().startsWith("org.springframework.boot.env."));
    }

    private static String place(@Nullable Mark mark) {
        return mark == null ? "" : " at line " + (mark.getLine() + 1) + ", column " + (mark.getColumn() + 1);
    }

    private static String remedy(String problem) {
        return REMEDIES.entrySet().stream()
                .filter(known -> problem.startsWith(known.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("Look there and in the lines before for a missing bracket, comma, colon or quotation mark, and"
                        + " for a wrong indentation");
    }

    private static Map<String, String> remedies() {
        Map<String, String> remedies = new LinkedHashMap<>();
        remedies.put(
                "found unknown escape character",
                "In double quotation marks, a backslash begins an escape. If the text has a backslash, " + QUOTE);
        remedies.put("found character '\\t", "Indent with spaces: YAML allows no tab there");
        remedies.put("found character", "A text can't begin with this character: " + QUOTE);
        remedies.put("found undefined alias", "A text that begins with * names an alias in YAML: " + QUOTE);
        remedies.put("could not determine a constructor", "A text that begins with ! names a tag in YAML: " + QUOTE);
        remedies.put("found undefined tag handle", "A text that begins with ! names a tag in YAML: " + QUOTE);
        remedies.put(
                "found duplicate key", "The key is there twice: remove one of the two, or join what is below them");
        return remedies;
    }
}
