package dev.durahook.receiver;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.durahook.testsupport.http.RawAnswer;
import dev.durahook.testsupport.http.RawHttp;
import dev.durahook.testsupport.temporal.RequiresTemporal;
import dev.durahook.testsupport.temporal.TemporalServer;
import io.temporal.api.common.v1.Payloads;
import io.temporal.api.history.v1.HistoryEvent;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The largest events that the receiver accepts are also stored by Temporal, with every part of them at its limit at once.
 * A body with one byte more, or a delivery with one event more, is refused before it reaches Temporal.
 */
@RequiresTemporal
class LimitsIT {

    private static final int LARGEST_BODY = 2_000_000;
    private static final int MOST_EVENTS = 1_000;

    private static TemporalServer temporal;
    private static RunningReceiver receiver;

    @BeforeAll
    static void start() {
        temporal = TemporalServer.start();
        receiver = RunningReceiver.withShop(
                temporal.target(),
                "--durahook.http.body-timeout=1m",
                "--durahook.http.body-rate=1B",
                "--durahook.sources.github.headers=X-Note*",
                "--durahook.sources.shop.custom.summary={/text} {/text} {/text}");
    }

    @AfterAll
    static void stop() {
        receiver.close();
        temporal.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, LARGEST_BODY - 1, LARGEST_BODY})
    void bodyOfThisSizeIsStored(int size) throws Exception {
        byte[] body = body(size);

        store(() -> receiver.sender().send("github", "size-" + size, "push", body), HttpResponse::statusCode);
        assertThat(input("github:size-" + size).getPayloads(1).getData().toByteArray())
                .isEqualTo(body);
    }

    @Test
    void bodyOfAByteMoreIsRefused() throws IOException {
        byte[] body = body(LARGEST_BODY + 1);
        String head = Sender.head("more", body).replace("\n\n", "\nConnection: close\n\n");

        assertThat(send(head, body).status()).isEqualTo(413);
        String chunks = head.replaceFirst("Content-Length: \\d+", "Transfer-Encoding: chunked");
        String chunk = Integer.toHexString(body.length) + "\r\n";
        assertThat(send(chunks, (chunk + text(body) + "\r\n0\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1))
                        .status())
                .isEqualTo(413);
        assertThat(temporal.workflows().has("github:more")).isFalse();
    }

    @Test
    void everyPartAtItsLimitIsStored() throws Exception {
        byte[] body = body(LARGEST_BODY);
        // All headers together may have 32 kB.
        String notes = IntStream.range(0, 8)
                .mapToObj(i -> "X-Note-" + i + ": " + "n".repeat(3_000) + "\n")
                .collect(Collectors.joining());
        String head = Sender.head("i".repeat(5_000), body)
                .replace("X-GitHub-Event: push", "X-GitHub-Event: " + "t".repeat(1_000))
                .replace("\n\n", "\nConnection: close\n" + notes + "\n");

        RawAnswer answer = store(() -> send(head, body), RawAnswer::status);

        String id = new ObjectMapper().readTree(answer.body()).get("eventId").asText();
        assertThat(id).hasSizeLessThanOrEqualTo(255);
        assertThat(input(id).getPayloads(1).getData().size()).isEqualTo(LARGEST_BODY);
        assertThat(input(id).getPayloads(0).getData().toStringUtf8()).contains("x-note-0", "i".repeat(5_000));
    }

    @Test
    void summaryOfAnyTextFits() throws Exception {
        for (String text : new String[] {
            "s".repeat(10_000), "\ud83d\ude80".repeat(5_000), "\ud840\udc00".repeat(4_000), "\u0000\u0007".repeat(500)
        }) {
            String type = "summary-" + text.codePointCount(0, text.length());
            String event = new ObjectMapper().writeValueAsString(new Texted(type, type, text));

            store(() -> shop("{\"events\":[" + event + "]}"), status -> status);
            HistoryEvent started = temporal.workflows().history("shop:" + type).get(0);
            assertThat(started.getUserMetadata().getSummary().getSerializedSize())
                    .isLessThanOrEqualTo(400);
        }
    }

    @Test
    void asManyEventsAsOneDeliveryMayHaveAreStoredAndNotOneMore() throws Exception {
        String most = events("most", MOST_EVENTS);
        store(() -> shop(most), status -> status);
        assertThat(shop(events("more", MOST_EVENTS + 1))).isEqualTo(413);

        temporal.workflows().awaitCount("WorkflowType = 'shop.most'", MOST_EVENTS);
        assertThat(temporal.workflows().has("shop:more-0")).isFalse();
        assertThat(temporal.workflows().has("shop:more-" + MOST_EVENTS)).isFalse();
    }

    // A busy machine may not store all events in time. The next delivery goes on, and finds the events that
    // were stored.
    private static <T> T store(Callable<T> delivery, ToIntFunction<T> status) throws Exception {
        T answer = delivery.call();
        for (int repeats = 0; status.applyAsInt(answer) == 503 && repeats < 20; repeats++) {
            answer = delivery.call();
        }
        assertThat(status.applyAsInt(answer)).isIn(202, 200);
        return answer;
    }

    private record Texted(String id, String type, String text) {}

    private static String events(String type, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "{\"id\":\"" + type + "-" + i + "\",\"type\":\"" + type + "\",\"text\":\"\"}")
                .collect(Collectors.joining(",", "{\"events\":[", "]}"));
    }

    private static int shop(String body) throws Exception {
        return receiver.sender()
                .send("shop", "any", "any", body.getBytes(StandardCharsets.UTF_8))
                .statusCode();
    }

    private static RawAnswer send(String head, byte[] body) throws IOException {
        try (RawHttp http = new RawHttp(receiver.port())) {
            return http.send(head, body).answer();
        }
    }

    private static Payloads input(String workflowId) {
        return temporal.workflows()
                .history(workflowId)
                .get(0)
                .getWorkflowExecutionStartedEventAttributes()
                .getInput();
    }

    private static byte[] body(int size) {
        byte[] body = new byte[size];
        Arrays.fill(body, (byte) 'x');
        return body;
    }

    private static String text(byte[] body) {
        return new String(body, StandardCharsets.ISO_8859_1);
    }
}
