package dev.durahook.examples.folder;

import dev.durahook.worker.destination.kind.Attempt;
import dev.durahook.worker.destination.kind.DeclaredDestination;
import dev.durahook.worker.destination.kind.DestinationException;
import dev.durahook.worker.destination.kind.DestinationKind;
import dev.durahook.worker.destination.kind.Transport;
import dev.durahook.workflows.Sha256;
import dev.durahook.workflows.WebhookEvent;
import dev.durahook.workflows.destination.DestinationFailure;
import dev.durahook.workflows.destination.DestinationReceipt;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HexFormat;
import java.util.UUID;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.stereotype.Component;

/** Writes the body of each event into a file of a folder, where a batch job finds it. */
@Component
final class FolderKind implements DestinationKind<FolderKind.Properties> {

    /**
     * The keys of this kind.
     *
     * @param folder the folder to write to
     */
    record Properties(@DefaultValue("") String folder) {}

    @Override
    public String name() {
        return "folder";
    }

    @Override
    public Class<Properties> properties() {
        return Properties.class;
    }

    @Override
    public Transport open(DeclaredDestination<Properties> declared) {
        String folder = declared.properties().folder();
        declared.require(!folder.isBlank(), "folder", "must be given: name the folder to write to");
        return new Folder(declared.name(), Path.of(folder));
    }

    private record Folder(String name, Path path) implements Transport {

        // A repeated attempt writes the same file again.
        @Override
        public DestinationReceipt send(WebhookEvent event, byte[] body, Attempt attempt) throws DestinationException {
            Path file = path.resolve(fileName(event.id()));
            try {
                write(file, body);
            } catch (IOException e) {
                throw new DestinationException(
                        DestinationFailure.UNAVAILABLE,
                        name + " can't be written: " + e.getClass().getSimpleName());
            }
            return new DestinationReceipt(0, null, name + " has " + file.getFileName());
        }

        // The batch job never sees a part of a file. A slow attempt may still write when the next attempt begins, so
        // each attempt has a hidden file of its own.
        private void write(Path file, byte[] body) throws IOException {
            Path hidden = path.resolve("." + UUID.randomUUID());
            try {
                Files.write(hidden, body);
                Files.move(hidden, file, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(hidden);
            }
        }

        // A file system allows 255 bytes, and an encoded ID may be three times as long as the ID.
        private static String fileName(String eventId) {
            String encoded = URLEncoder.encode(eventId, StandardCharsets.UTF_8);
            return encoded.length() <= 200
                    ? encoded
                    : HexFormat.of().formatHex(Sha256.of(eventId.getBytes(StandardCharsets.UTF_8)));
        }

        @Override
        public String summary() {
            return "folder " + path;
        }
    }
}
