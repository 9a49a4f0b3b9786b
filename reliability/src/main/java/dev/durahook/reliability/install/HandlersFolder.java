package dev.durahook.reliability.install;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/** A folder with the jars that the worker loads in addition to its own: the handler's, and the database's driver. */
final class HandlersFolder {

    private static final String DRIVER = "BOOT-INF/lib/postgresql-";

    private HandlersFolder() {}

    /** Makes the folder. The driver is inside this module's application. */
    static Path make(RunSetting setting) {
        try {
            Path folder = Files.createDirectories(setting.folder().resolve("handlers"));
            Path handler = setting.jars().plain("reliability");
            Files.copy(handler, folder.resolve(handler.getFileName()));
            copyDriver(setting.jars().application("reliability"), folder);
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException("can't make the folder of handlers", e);
        }
    }

    private static void copyDriver(Path application, Path folder) throws IOException {
        try (JarFile jar = new JarFile(application.toFile())) {
            JarEntry driver = jar.stream()
                    .filter(entry -> entry.getName().startsWith(DRIVER))
                    .findFirst()
                    .orElseThrow();
            try (InputStream content = jar.getInputStream(driver)) {
                Files.copy(content, folder.resolve("postgresql.jar"));
            }
        }
    }
}
