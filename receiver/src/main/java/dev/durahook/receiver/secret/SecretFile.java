package dev.durahook.receiver.secret;

import dev.durahook.connection.secret.BoundedReading;
import dev.durahook.connection.secret.InvalidTextException;
import dev.durahook.connection.secret.SecretText;
import dev.durahook.receiver.configuration.InvalidRuleException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A secret in a file, which is read again every second, so that the secret can be rotated without a restart. Kubernetes
 * changes a mounted secret by replacing a symbolic link: the same path then has new content. What was read counts from
 * then on, so the secret has to be asked for even while no delivery comes.
 *
 * <p>The content is read each time, because a file's time and size may stay the same while its content changes.
 */
final class SecretFile {

    private static final Logger LOG = LoggerFactory.getLogger(SecretFile.class);
    private static final Duration CHECK_INTERVAL = Duration.ofSeconds(1);

    /** How long a caller waits for a disk. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final Path path;
    private final Function<String, Secret> form;
    private final InstantSource clock;
    private final BoundedReading reading;
    private volatile SecretHistory history;
    private volatile Instant checkedAt;
    private @Nullable String told;

    /**
     * Reads the file for the first time.
     *
     * @param path the file; its content without surrounding white space is the secret
     * @param form reads a secret in the provider's form
     * @param overlap how long the previous content stays valid after a change
     * @param clock tells how much time has passed; must not jump
     * @throws InvalidRuleException if the file does not exist, or its content is not a valid secret
     */
    SecretFile(Path path, Function<String, Secret> form, Duration overlap, InstantSource clock) {
        this(path, form, overlap, clock, PATIENCE);
    }

    /**
     * Reads the file for the first time.
     *
     * @param patience how long {@link #current} waits for the file at most
     */
    SecretFile(Path path, Function<String, Secret> form, Duration overlap, InstantSource clock, Duration patience) {
        this.path = path;
        this.form = form;
        this.clock = clock;
        this.reading = new BoundedReading(patience);
        this.checkedAt = clock.instant();
        this.history = SecretHistory.beginningWith(read(), overlap);
    }

    /**
     * The content of the file, read within the last second, and the previous content while it is still valid. While the
     * disk hangs, what was read before counts.
     */
    List<Secret> current() {
        if (isDue(clock.instant()) && !reading.run(this::refresh)) {
            LOG.warn("Secret file {} can't be read, because its disk does not answer; its content stays valid", path);
        }
        return history.at(clock.instant());
    }

    private boolean isDue(Instant now) {
        return Duration.between(checkedAt, now).compareTo(CHECK_INTERVAL) >= 0;
    }

    private void refresh() {
        SecretHistory before = history;
        Instant now;
        try {
            Secret read = read();
            now = clock.instant();
            history = before.followedBy(read, now);
            told = null;
            if (!history.equals(before)) {
                LOG.info("Secret file {} was read again", path);
            }
        } catch (InvalidRuleException e) {
            now = clock.instant();
            history = before.lostAt(now);
            warn(e.problem(), now);
        }
        checkedAt = now;
    }

    // While a file is being written, it may be empty or incomplete for a moment.
    private void warn(String problem, Instant now) {
        if (history.isGone(now)) {
            if (!history.isGone(checkedAt) || !problem.equals(told)) {
                LOG.error("Secret file {} {}; its previous content is no longer valid", path, problem);
            }
        } else if (!problem.equals(told)) {
            LOG.warn(
                    "Secret file {} {}; its previous content stays valid for {} minutes",
                    path,
                    problem,
                    history.left(now).toMinutes());
        }
        told = problem;
    }

    private Secret read() {
        try {
            return form.apply(SecretText.inFile(path));
        } catch (InvalidTextException e) {
            throw new InvalidRuleException(e.problem());
        }
    }
}
