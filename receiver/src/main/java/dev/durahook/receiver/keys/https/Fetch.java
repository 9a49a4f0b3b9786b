package dev.durahook.receiver.keys.https;

import java.io.IOException;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Makes an HTTP request to fetch a key. */
@FunctionalInterface
public interface Fetch {

    /**
     * The body of the response.
     *
     * @param address an address that a {@link UrlRule} admits, or one from Durahook's own code
     * @param json the body of a POST request; {@code null} for a GET request
     * @throws RefusedFetchException if the status is not 200
     * @throws IOException if there is no response
     */
    byte[] of(URI address, byte @Nullable [] json) throws IOException;

    /**
     * A fetch for one source. An implementation that bounds how many fetches are under way must return a new one, or
     * strangers at one source would keep the keys of all others from being fetched. Any other implementation returns
     * itself.
     */
    default Fetch forSource() {
        return this;
    }
}
