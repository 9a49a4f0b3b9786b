package dev.durahook.receiver.http.body;

import dev.durahook.receiver.http.exchange.Connection;
import java.io.IOException;

/**
 * Discards the rest of a body after its request was answered. If a connection is closed while unread bytes are left,
 * TCP resets the connection, and the sender may never see the response.
 */
final class RemainingBody {

    private final Connection connection;
    private long left;

    /**
     * The rest of one request's body.
     *
     * @param most how many bytes to discard at most
     */
    RemainingBody(Connection connection, long most) {
        this.connection = connection;
        this.left = most;
    }

    /**
     * Discards the bytes that have arrived, without blocking.
     *
     * @return whether more may be discarded later
     */
    boolean discardArrived() {
        try {
            while (left > 0 && connection.canDiscard()) {
                int discarded = connection.discard();
                if (discarded < 1) {
                    return true;
                }
                left -= discarded;
            }
            return left > 0;
        } catch (IOException gone) {
            return false;
        }
    }
}
