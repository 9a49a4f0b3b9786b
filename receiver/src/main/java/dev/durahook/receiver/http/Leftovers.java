package dev.durahook.receiver.http;

import java.io.IOException;

/**
 * What still comes of a body after its request was answered. It is read for a moment and kept nowhere: a connection that
 * is closed with something unread in it is reset, and its sender may never see the answer.
 */
final class Leftovers {

    private final Connection connection;
    private long most;

    /**
     * Those of a request.
     *
     * @param most as many bytes as are worth an answer that is read
     */
    Leftovers(Connection connection, long most) {
        this.connection = connection;
        this.most = most;
    }

    /**
     * Throws away what is here already, and waits for nothing.
     *
     * @return whether more may be thrown away later
     */
    boolean discardWhatIsThere() {
        try {
            while (most > 0 && connection.canDiscard()) {
                int discarded = connection.discard();
                if (discarded < 1) {
                    return true;
                }
                most -= discarded;
            }
            return most > 0;
        } catch (IOException gone) {
            return false;
        }
    }
}
