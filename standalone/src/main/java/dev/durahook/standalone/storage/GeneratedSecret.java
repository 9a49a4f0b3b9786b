package dev.durahook.standalone.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.HexFormat;

/** A random secret that is generated once and read from its file ever after. It is never printed: its file is named. */
public final class GeneratedSecret {

    private static final int BYTES = 32;

    private final DataDirectory directory;
    private final Path file;

    /** A secret in this file of the directory. */
    public GeneratedSecret(DataDirectory directory, Path file) {
        this.directory = directory;
        this.file = file;
    }

    /** The file, which is there and holds a secret when this returns. */
    public Path file() {
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

    // Moved into place whole: a start that was killed half way leaves no empty secret behind.
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
