package dev.durahook.standalone.temporal;

import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A Temporal that was found or started, with the description that is shown to a person. */
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
     * A Temporal whose events outlive its process.
     *
     * @param webUi the Web UI's address, if it is known
     */
    public static Temporal lasting(String target, @Nullable URI webUi, String description) {
        return new Temporal(target, description, true, webUi);
    }

    /** A Temporal whose events are lost when its process ends. It has no Web UI. */
    public static Temporal forgetful(String target, String description) {
        return new Temporal(target, description, false, null);
    }

    /** Temporal's address, as {@code host:port}. */
    public String target() {
        return target;
    }

    /** One line that tells a person which Temporal this is. */
    public String description() {
        return description;
    }

    /** Whether events outlive Temporal's process. */
    public boolean lasting() {
        return lasting;
    }

    /** The Web UI's address, if there is a Web UI and its address is known. */
    public Optional<URI> webUi() {
        return Optional.ofNullable(webUi);
    }
}
