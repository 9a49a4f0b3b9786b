package dev.durahook.receiver.signature;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A secret whose file is read again when it changes, so that a secret is rotated without a restart. A mounted
 * Kubernetes
 * secret changes by replacing a symbolic link, which shows as another file under the same name.
 *
 * <p>A file that has become unreadable or malformed leaves the secret as it was, with a line in the log: a mistake in a
 * rotation must not turn away what the provider still signs with the old secret.
 */
public final class SecretFile {

    private static final Logger LOG = LoggerFactory.getLogger(SecretFile.class);
    private static final Duration CHECK_INTERVAL = Duration.ofSeconds(1);

    private final Path path;
    private final Function<String, Secret> form;
    private final InstantSource clock;
    private Instant checkedAt;
    private @Nullable Stamp stamp;
    private Secret secret;

    /**
     * Reads the file for the first time.
     *
     * @param path the file, whose content without surrounding white space is the secret
     * @param form reads a secret as its provider writes it down
     * @param clock tells when to look for a change again
     * @throws InvalidRuleException if there is no such file or its content is no secret
     */
    public SecretFile(Path path, Function<String, Secret> form, InstantSource clock) {
        this.path = path;
        this.form = form;
        this.clock = clock;
        this.checkedAt = clock.instant();
        this.stamp = stamp();
        this.secret = read();
    }

    /** The secret as the file holds it, at most a second ago. */
    public synchronized Secret current() {
        Instant now = clock.instant();
        if (Duration.between(checkedAt, now).compareTo(CHECK_INTERVAL) >= 0) {
            checkedAt = now;
            refresh(stamp());
        }
        return secret;
    }

    private void refresh(@Nullable Stamp seen) {
        if (!Objects.equals(seen, stamp)) {
            stamp = seen;
            reread();
        }
    }

    private void reread() {
        try {
            secret = read();
            LOG.info("Secret file {} has changed and was read again", path);
        } catch (InvalidRuleException e) {
            LOG.warn("Secret file {} {}; the secret it held before stays in use", path, e.problem());
        }
    }

    private Secret read() {
        try {
            return form.apply(Files.readString(path, StandardCharsets.UTF_8).strip());
        } catch (IOException e) {
            throw new InvalidRuleException(
                    "can't be read: make '" + path + "' a UTF-8 file that this process may read");
        }
    }

    private @Nullable Stamp stamp() {
        try {
            BasicFileAttributes seen = Files.readAttributes(path, BasicFileAttributes.class);
            return new Stamp(seen.lastModifiedTime(), seen.size(), String.valueOf(seen.fileKey()));
        } catch (IOException e) {
            return null;
        }
    }

    private record Stamp(FileTime modified, long size, String key) {}
}
