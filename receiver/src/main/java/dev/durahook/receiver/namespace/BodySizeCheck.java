package dev.durahook.receiver.namespace;

import dev.durahook.connection.server.ServerCheck;
import dev.durahook.connection.server.ServerDescription;
import dev.durahook.receiver.source.Source;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.unit.DataSize;

/** Warns about sources whose largest body does not fit into the namespace's limit, so that it could never be stored. */
final class BodySizeCheck implements ServerCheck {

    private static final Logger LOG = LoggerFactory.getLogger(BodySizeCheck.class);

    // The limit applies to all arguments together, so the event's metadata counts too. Bodies of the default maximum
    // size leave this much for it under Temporal's default limit of 2 MiB.
    private static final long BESIDE_THE_BODY = DataSize.ofMegabytes(2).toBytes() - 2_000_000;

    private final Collection<? extends Source> sources;

    BodySizeCheck(Collection<? extends Source> sources) {
        this.sources = sources;
    }

    @Override
    public void check(ServerDescription server) {
        DataSize limit = server.payloadLimit();
        if (limit == null) {
            return;
        }
        long most = Math.max(0, limit.toBytes() - BESIDE_THE_BODY);
        List<String> tooLarge = sources.stream()
                .filter(source -> source.maxBodySize().toBytes() > most)
                .map(Source::name)
                .toList();
        if (!tooLarge.isEmpty()) {
            LOG.warn(
                    "Namespace {} accepts {} bytes for an event, so the largest bodies of these sources would"
                            + " always get"
                            + " 503: {}. Set {} to at most {}B, or raise the server's limit.blobSize.error",
                    server.namespace(),
                    limit.toBytes(),
                    String.join(", ", tooLarge),
                    keys(tooLarge),
                    most);
        }
    }

    private static String keys(List<String> sources) {
        return sources.stream()
                .map(source -> "durahook.sources." + source + ".max-body-size")
                .collect(Collectors.joining(", "));
    }
}
