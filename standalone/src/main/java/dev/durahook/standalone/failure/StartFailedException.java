package dev.durahook.standalone.failure;

import org.jspecify.annotations.Nullable;

/** The application can't start because of a problem on this machine that a person can correct. */
public final class StartFailedException extends RuntimeException {

    private final String remedy;

    /**
     * A failure and its remedy.
     *
     * @param message what is wrong
     * @param remedy what to do, with the key to set
     */
    public StartFailedException(String message, String remedy, @Nullable Throwable cause) {
        super(message, cause);
        this.remedy = remedy;
    }

    /** The remedy, with the key to set. */
    public String remedy() {
        return remedy;
    }
}
