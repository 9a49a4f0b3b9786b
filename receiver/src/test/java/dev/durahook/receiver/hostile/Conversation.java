package dev.durahook.receiver.hostile;

import dev.durahook.testsupport.http.RawAnswer;
import dev.durahook.testsupport.http.RawHttp;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The answers to a {@link HostileCase} on its connection.
 *
 * @param answers the answers in order; empty if the connection was closed without one
 * @param bare a problem without status line and headers, as HTTP/0.9 has it; otherwise empty
 */
record Conversation(List<RawAnswer> answers, String bare) {

    private static final Pattern STATUS = Pattern.compile("\"status\":(\\d+)}$");

    /** Sends the bytes of a case, then the end of the stream, and reads until the server closes the connection. */
    static Conversation of(int port, HostileCase sent) throws IOException {
        try (RawHttp http = new RawHttp(port)) {
            RawAnswer first = http.send(sent.bytes()).end().answer();
            return new Conversation(split(first), first.head().isEmpty() ? first.body() : "");
        }
    }

    /**
     * The status of the first answer; 0 if there is none. If a request line can't be read, Tomcat may treat the
     * request as HTTP/0.9, because the request before it on the same thread was.
     */
    int status() {
        if (!answers.isEmpty()) {
            return answers.get(0).status();
        }
        Matcher status = STATUS.matcher(bare);
        return status.find() ? Integer.parseInt(status.group(1)) : 0;
    }

    // Each answer has a length, so that the next one begins behind its body.
    private static List<RawAnswer> split(RawAnswer first) {
        List<RawAnswer> answers = new ArrayList<>();
        RawAnswer answer = first;
        while (answer.status() != 0) {
            int length = answer.header("Content-Length").map(Integer::parseInt).orElse(0);
            int end = Math.min(length, answer.body().length());
            answers.add(new RawAnswer(answer.head(), answer.body().substring(0, end)));
            answer = RawAnswer.of(answer.body().substring(end));
        }
        return answers;
    }
}
