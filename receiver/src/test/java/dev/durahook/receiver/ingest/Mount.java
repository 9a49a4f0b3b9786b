package dev.durahook.receiver.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;

/**
 * A folder as Kubernetes mounts a secret: the files are links into {@code ..data}, itself a link to a folder that is
 * never written again. An update creates another folder and replaces this link.
 */
final class Mount {

    private final Path folder;
    private int version;

    Mount(Path folder) {
        this.folder = folder;
    }

    /** Replaces the contents of all files at the same moment. */
    void swap(Map<String, String> contents) throws IOException {
        Path data = Files.createDirectory(folder.resolve("..version_" + ++version));
        for (Map.Entry<String, String> content : contents.entrySet()) {
            Files.writeString(data.resolve(content.getKey()), content.getValue());
        }
        Path link = Files.createSymbolicLink(folder.resolve("..data_tmp"), data.getFileName());
        Files.move(link, folder.resolve("..data"), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        for (String name : contents.keySet()) {
            if (!Files.exists(folder.resolve(name))) {
                Files.createSymbolicLink(folder.resolve(name), Path.of("..data", name));
            }
        }
    }

    Path file(String name) {
        return folder.resolve(name);
    }
}
