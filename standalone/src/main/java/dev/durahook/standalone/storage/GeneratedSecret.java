package dev.durahook.standalone.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * A random secret that is generated once and then read from its file. Only the file's name is ever printed, not the
 * secret.
 */
final class GeneratedSecret {

    private static final int BYTES = 32;

    private final DataDirectory directory;
    private final Path file;

    /** Keeps the secret in this file of the directory. */
    GeneratedSecret(DataDirectory directory, Path file) {
        this.directory = directory;
        this.file = file;
    }

    /** The secret's file. If it is missing, it is created with a new secret. */
    Path file() {
        directory.create();
        try {
            if (Files.notExists(file)) {
                generate();
            }
        } catch (IOException e) {
            throw directory.unusable(e);
        }
        return file;
    }

    // The complete file is moved into place, so that a start that is killed half way leaves no empty secret.
    private void generate() throws IOException {
        Path draft = Files.createTempFile(directory.path(), "secret", ".tmp", OwnerOnly.file(file));
        Files.writeString(draft, random() + "\n");
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static String random() {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
