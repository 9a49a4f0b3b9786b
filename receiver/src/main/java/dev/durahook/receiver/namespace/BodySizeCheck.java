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

/** Finds sources that may send more than the namespace takes: such a delivery would never be stored. */
final class BodySizeCheck implements ServerCheck {

    private static final Logger LOG = LoggerFactory.getLogger(BodySizeCheck.class);

    // The limit is of all arguments, so the event's id, type and headers count too. The default for bodies leaves them
    // this much of Temporal's default of 2 MiB.
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
                    "Namespace {} takes {} bytes with an event, so that the largest bodies of these sources get 503 each"
                            + " time they come: {}. Set {} to {}B at most, or raise the server's limit.blobSize.error",
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
