package dev.durahook.receiver.keys;

import java.io.IOException;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Gets what an address that has been checked answers. */
@FunctionalInterface
public interface Fetch {

    /**
     * The body of the answer.
     *
     * @param address an address that a {@link UrlRule} admits, or one of our own
     * @param json what to post; {@code null} to get
     * @throws RefusedFetchException if the answer is another than 200
     * @throws IOException if there is none
     */
    byte[] of(URI address, byte @Nullable [] json) throws IOException;
}
