package dev.durahook.receiver.source;

import dev.durahook.receiver.signature.InvalidRuleException;
import java.util.function.Supplier;

/** The configuration keys of one source, so that every complaint names the key it is about. */
record SourceKeys(String source) {

    /** The key above all sources. */
    static final String ALL = "durahook.sources";

    InvalidSourceException invalid(String key, String problem) {
        return new InvalidSourceException(full(key), problem);
    }

    /** What a step returns, or its complaint with the key before it. */
    <T> T checking(String key, Supplier<T> step) {
        try {
            return step.get();
        } catch (InvalidRuleException e) {
            throw invalid(key, e.problem());
        }
    }

    /** The key of the source itself. */
    String own() {
        return full("");
    }

    private String full(String key) {
        return key.isEmpty() ? ALL + "." + source : ALL + "." + source + "." + key;
    }
}
