package dev.durahook.standalone.failure;

import org.jspecify.annotations.Nullable;

/** Something on this machine stops the start. */
public final class StartFailedException extends RuntimeException {

    private final String remedy;

    /**
     * A failure that a person can mend.
     *
     * @param message what is wrong
     * @param remedy what can be done, with the key to set
     */
    public StartFailedException(String message, String remedy, @Nullable Throwable cause) {
        super(message, cause);
        this.remedy = remedy;
    }

    /** What can be done. */
    public String remedy() {
        return remedy;
    }
}
