package dev.durahook.receiver.signature;

import dev.durahook.connection.secret.InvalidTextException;
import dev.durahook.connection.secret.SecretText;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A secret whose file is read again every second, so that a secret is rotated without a restart. A mounted Kubernetes
 * secret changes by replacing a symbolic link, which shows as other content under the same name.
 *
 * <p>Read, not only looked at: what a file's time and size say may stay the same while its content changes.
 */
public final class SecretFile {

    private static final Logger LOG = LoggerFactory.getLogger(SecretFile.class);
    private static final Duration CHECK_INTERVAL = Duration.ofSeconds(1);

    private final Path path;
    private final Function<String, Secret> form;
    private final InstantSource clock;
    private final ReentrantLock reading = new ReentrantLock();
    private volatile SecretHistory history;
    private volatile Instant checkedAt;
    private @Nullable String told;

    /**
     * Reads the file for the first time.
     *
     * @param path the file, whose content without surrounding white space is the secret
     * @param form reads a secret as its provider writes it down
     * @param overlap how long the content before a change holds beside the new one
     * @param clock tells when to look for a change again
     * @throws InvalidRuleException if there is no such file or its content is no secret
     */
    public SecretFile(Path path, Function<String, Secret> form, Duration overlap, InstantSource clock) {
        this.path = path;
        this.form = form;
        this.clock = clock;
        this.checkedAt = clock.instant();
        this.history = SecretHistory.beginningWith(read(), overlap);
    }

    /** The secret as the file holds it, at most a second ago, and the one before it while they overlap. */
    public List<Secret> current() {
        Instant now = clock.instant();
        // Whoever comes while another one reads does not wait for a slow disk.
        if (isDue(now) && reading.tryLock()) {
            try {
                refresh(now);
            } finally {
                reading.unlock();
            }
        }
        return history.at(now);
    }

    private boolean isDue(Instant now) {
        return Duration.between(checkedAt, now).abs().compareTo(CHECK_INTERVAL) >= 0;
    }

    private void refresh(Instant now) {
        SecretHistory before = history;
        try {
            history = before.followedBy(read(), now);
            told = null;
            if (!history.equals(before)) {
                LOG.info("Secret file {} was read again", path);
            }
        } catch (InvalidRuleException e) {
            history = before.lostAt(now);
            warn(e.problem(), now);
        }
        checkedAt = now;
    }

    // A file that is written is empty for a moment, and may hold something else then.
    private void warn(String problem, Instant now) {
        if (history.isGone(now)) {
            if (!history.isGone(checkedAt) || !problem.equals(told)) {
                LOG.error("Secret file {} {}; what it held before is no longer in use", path, problem);
            }
        } else if (!problem.equals(told)) {
            LOG.warn(
                    "Secret file {} {}; what it held before stays in use for {} minutes",
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
