package dev.durahook.standalone.temporal;

import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A Temporal that was found, and what is to be said of it. */
public final class Temporal {

    private final String target;
    private final String description;
    private final boolean lasting;
    private final @Nullable URI webUi;

    private Temporal(String target, String description, boolean lasting, @Nullable URI webUi) {
        this.target = target;
        this.description = description;
        this.lasting = lasting;
        this.webUi = webUi;
    }

    /**
     * One whose events outlive its process.
     *
     * @param webUi its Web UI, if we know where
     */
    public static Temporal lasting(String target, @Nullable URI webUi, String description) {
        return new Temporal(target, description, true, webUi);
    }

    /** One whose events are gone with its process. It has no Web UI. */
    public static Temporal forgetful(String target, String description) {
        return new Temporal(target, description, false, null);
    }

    /** Its host and port. */
    public String target() {
        return target;
    }

    /** One line for the operator: which Temporal this is. */
    public String description() {
        return description;
    }

    /** Whether events outlive its process. */
    public boolean lasting() {
        return lasting;
    }

    /** Its Web UI, where it has one and we know where. */
    public Optional<URI> webUi() {
        return Optional.ofNullable(webUi);
    }
}
