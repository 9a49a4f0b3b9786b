package dev.durahook.receiver.source;

import dev.durahook.receiver.signature.InvalidRuleException;
import java.util.function.Supplier;

/** The configuration keys of one source, for messages about them. */
record SourceKeys(String source) {

    /** The parent key of all sources. */
    static final String ALL = "durahook.sources";

    InvalidSourceException invalid(String key, String problem) {
        return new InvalidSourceException(full(key), problem);
    }

    /** Runs a step, and adds the key to the exception if the step finds a mistake. */
    <T> T checking(String key, Supplier<T> step) {
        try {
            return step.get();
        } catch (InvalidRuleException e) {
            throw invalid(key, e.problem());
        }
    }

    /** The full key of the source. */
    String own() {
        return full("");
    }

    private String full(String key) {
        return key.isEmpty() ? ALL + "." + source : ALL + "." + source + "." + key;
    }
}
