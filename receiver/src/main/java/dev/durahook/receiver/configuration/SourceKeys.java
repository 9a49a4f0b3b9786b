package dev.durahook.receiver.configuration;

import java.util.function.Supplier;

/**
 * The configuration keys of one source, for messages about these keys.
 *
 * @param source the name of the source
 */
public record SourceKeys(String source) {

    /** The parent key of all sources. */
    public static final String ALL = "durahook.sources";

    /** A mistake at a key of the source; an empty key stands for the source itself. */
    public InvalidSourceException invalid(String key, String problem) {
        return new InvalidSourceException(full(key), problem);
    }

    /** Runs a step, and adds the key to the exception if the step finds a mistake. */
    public <T> T checking(String key, Supplier<T> step) {
        try {
            return step.get();
        } catch (InvalidRuleException e) {
            throw invalid(key, e.problem());
        }
    }

    /** The full key of the source. */
    public String own() {
        return full("");
    }

    private String full(String key) {
        return key.isEmpty() ? ALL + "." + source : ALL + "." + source + "." + key;
    }
}
