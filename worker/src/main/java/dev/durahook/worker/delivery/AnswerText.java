package dev.durahook.worker.delivery;

import dev.durahook.worker.failure.Redaction;
import dev.durahook.workflows.text.Excerpt;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import okhttp3.ResponseBody;
import okio.BufferedSource;

/**
 * What a destination says with a refusal, as far as a message has room for it. Secrets are hidden before anything is cut,
 * since half a secret would not be found.
 */
final class AnswerText {

    // More than is shown: a text may begin with a long secret.
    private static final int MAX_BYTES = 16 * 1024;
    private static final int MAX_CHARACTERS = 300;
    private static final int MAX_SECONDS = 1;

    private AnswerText() {}

    /** The beginning of an answer's body, on one line. It may never end, or come byte by byte: what is there counts. */
    static String of(ResponseBody body, Redaction redaction) {
        BufferedSource source = body.source();
        source.timeout().deadline(MAX_SECONDS, TimeUnit.SECONDS);
        boolean cut = true;
        try {
            cut = source.request(MAX_BYTES + 1);
        } catch (IOException e) {
            // The status has been read, and decides. The text only helps.
        }
        return oneLine(redaction.apply(read(source), cut));
    }

    /** Any other text of a destination, on one line. */
    static String of(String text, Redaction redaction) {
        return oneLine(redaction.apply(text));
    }

    private static String read(BufferedSource source) {
        long available = Math.min(source.getBuffer().size(), MAX_BYTES);
        try {
            return new String(source.getBuffer().readByteArray(available), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("these bytes are in memory", e);
        }
    }

    /** Any text on one line, of which nothing but what can be seen is left. */
    static String oneLine(String text) {
        return Excerpt.of(text.replaceAll("[\\p{C}\\s]+", " ").strip(), MAX_CHARACTERS);
    }
}
