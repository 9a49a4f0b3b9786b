package dev.durahook.standalone.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Reads the input that an option names: a file, or the standard input if the name is {@code -}. */
final class InputReader {

    private static final String STANDARD_INPUT = "-";

    private final InputStream standardInput;
    private boolean isRead;

    InputReader(InputStream standardInput) {
        this.standardInput = standardInput;
    }

    byte[] read(String name) {
        try {
            return name.equals(STANDARD_INPUT) ? readOnce() : Files.readAllBytes(Path.of(name));
        } catch (NoSuchFileException e) {
            throw new CommandFailedException("there is no file " + name);
        } catch (IOException e) {
            throw new CommandFailedException(name + " can't be read: " + e.getMessage());
        }
    }

    private byte[] readOnce() throws IOException {
        if (isRead) {
            throw new CommandFailedException(
                    "the standard input can be read only once: name a file for the other option");
        }
        isRead = true;
        return standardInput.readAllBytes();
    }
}
