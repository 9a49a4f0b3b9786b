package dev.durahook.worker.destination.http;

import dev.durahook.worker.destination.kind.OneLine;
import dev.durahook.worker.failure.Redaction;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import okhttp3.ResponseBody;
import okio.BufferedSource;

/**
 * An excerpt of a destination's answer for a failure message. Secrets are hidden before the text is cut, because a
 * secret that was cut in the middle would not be found.
 */
final class AnswerText {

    // More than a message shows, because a text may begin with a long secret.
    private static final int MAX_BYTES = 16 * 1024;
    private static final int MAX_SECONDS = 1;

    private AnswerText() {}

    /**
     * Returns the beginning of an answer's body, on one line. A body may never end, or may come byte by byte, so this
     * takes what arrives within a second.
     */
    static String of(ResponseBody body, Redaction redaction) {
        BufferedSource source = body.source();
        source.timeout().deadline(MAX_SECONDS, TimeUnit.SECONDS);
        boolean cut = true;
        try {
            cut = source.request(MAX_BYTES + 1);
        } catch (IOException e) {
            // The status has been read, and decides the outcome. The text is only additional information.
        }
        return OneLine.of(redaction.apply(read(source), cut));
    }

    /** Returns another text from a destination, such as a status message, on one line. */
    static String of(String text, Redaction redaction) {
        return OneLine.of(redaction.apply(text));
    }

    private static String read(BufferedSource source) {
        long available = Math.min(source.getBuffer().size(), MAX_BYTES);
        try {
            return new String(source.getBuffer().readByteArray(available), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("these bytes are in memory", e);
        }
    }
}
