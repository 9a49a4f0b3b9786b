package dev.durahook.standalone.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Permissions for new files that only their owner may open. They apply from a file's creation, so that other users
 * can't open it even for a moment.
 */
final class OwnerOnly {

    private OwnerOnly() {}

    static FileAttribute<?>[] directory(Path path) {
        return permissions(path, "rwx------");
    }

    static FileAttribute<?>[] file(Path path) {
        return permissions(path, "rw-------");
    }

    /** Whether other users may open a directory that exists. */
    static boolean isOpenToOthers(Path directory) throws IOException {
        return hasPermissions(directory)
                && !PosixFilePermissions.toString(Files.getPosixFilePermissions(directory))
                        .endsWith("------");
    }

    private static FileAttribute<?>[] permissions(Path path, String permissions) {
        if (!hasPermissions(path)) {
            return new FileAttribute<?>[0];
        }
        return new FileAttribute<?>[] {
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        };
    }

    // Windows has no such permissions; there the user's own directory is closed to others.
    private static boolean hasPermissions(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
