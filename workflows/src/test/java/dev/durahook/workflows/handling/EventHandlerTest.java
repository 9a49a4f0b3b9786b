package dev.durahook.workflows.handling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.durahook.testsupport.Await;
import dev.durahook.workflows.policy.RetryPolicy;
import dev.durahook.workflows.reading.UnreadableBodyException;
import dev.durahook.workflows.routing.Plan;
import dev.durahook.workflows.routing.PlannedStep;
import dev.durahook.workflows.shop.ScriptedHandler;
import dev.durahook.workflows.shop.Shop;
import io.temporal.client.WorkflowStub;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventHandlerTest {

    private static final byte[] BODY =
            "{\"id\": 7, \"buyer\": \"Zoë\", \"new\": true}".getBytes(StandardCharsets.UTF_8);

    private final ScriptedHandler handler = new ScriptedHandler("mail");
    private final Shop shop = Shop.open(List.of(handler));

    @BeforeEach
    void plan() {
        shop.configuration.plan(
                new Plan(List.of(new PlannedStep(PlannedStep.Kind.HANDLER, "mail", Shop.POLICY)), false));
    }

    @AfterEach
    void close() {
        shop.close();
    }

    record Order(int id, String buyer) {}

    record Numbered(int id, int buyer) {}

    private WorkflowStub parked() {
        WorkflowStub workflow = shop.deliver("shop.order", BODY);
        shop.letPass(Duration.ofDays(1));
        assertThat(shop.details(workflow)).startsWith("**Parked");
        return workflow;
    }

    @Test
    void handlerChoosesHowToReadTheBody() throws IOException {
        shop.deliver("shop.order", BODY).getResult(Object.class);
        EventAttempt attempt = handler.attempts().get(0);
        assertThat(attempt.bytes()).isEqualTo(BODY);
        assertThat(attempt.json().path("buyer").asText()).isEqualTo("Zoë");
        assertThat(attempt.as(Order.class)).isEqualTo(new Order(7, "Zoë"));
        assertThat(attempt.event().type()).isEqualTo("shop.order");
        assertThatThrownBy(() -> attempt.as(int[].class)).isInstanceOf(UnreadableBodyException.class);
    }

    @Test
    void idempotencyKeyIsTheSameInEveryAttemptAndAfterARetryByHand() {
        handler.does(attempt -> {
            throw new IOException("no route to the mail server");
        });
        WorkflowStub workflow = parked();
        shop.signal(workflow, "retry");
        assertThat(handler.attempts()).extracting(EventAttempt::number).containsExactly(1, 2, 3, 1, 2, 3);
        assertThat(handler.attempts()).extracting(EventAttempt::idempotencyKey).containsOnly("stripe:evt_1/mail");
    }

    @Test
    void checkedExceptionIsShownUnchanged() {
        handler.does(attempt -> {
            throw new IOException("no route to the mail server");
        });
        assertThat(shop.details(parked()))
                .contains("- Failure: `no route to the mail server` (`java.io.IOException`)\n", "- Attempts: 3\n");
    }

    @Test
    void refusalParksAtOnce() {
        handler.does(attempt -> {
            throw Failures.refused("the buyer has no address");
        });
        assertThat(shop.details(parked())).contains("- Failure: `the buyer has no address` (`Refused`)\n");
        assertThat(handler.attempts()).hasSize(1);
    }

    @Test
    void bodyThatIsNotOfTheTypeParksAtOnceAndIsNotQuoted() {
        handler.does(attempt -> attempt.as(Numbered.class).toString());
        assertThat(shop.details(parked()))
                .contains("- Failure: `the field $.buyer can't be read as int` (`UnreadableBody`)\n")
                .doesNotContain("Zoë");
        assertThat(handler.attempts()).hasSize(1);
    }

    @Test
    void bodyThatIsNotJsonParksAtOnceAndIsNotQuoted() {
        handler.does(attempt -> attempt.json().toString());
        WorkflowStub workflow = shop.deliver("shop.order", "payload=%7B%22a%22".getBytes(StandardCharsets.UTF_8));
        shop.letPass(Duration.ofDays(1));
        assertThat(shop.details(workflow))
                .contains("- Failure: `the body is not valid JSON: line 1, column 1` (`UnreadableBody`)\n")
                .doesNotContain("payload");
        assertThat(handler.attempts()).hasSize(1);
    }

    // Jackson reads up to 8,000 bytes in another way than more bytes.
    @ParameterizedTest
    @ValueSource(ints = {0, 9_000})
    void bodyInLatin1ParksAtOnceAndIsNotReadInPart(int more) {
        handler.does(attempt -> attempt.as(Order.class).buyer());
        String body = "{\"id\": 7, \"buyer\": \"Jörg\", \"more\": \"" + "x".repeat(more) + "\"}";
        WorkflowStub workflow = shop.deliver("shop.order", body.getBytes(StandardCharsets.ISO_8859_1));
        shop.letPass(Duration.ofDays(1));
        assertThat(shop.details(workflow))
                .contains(
                        "- Failure: `the body is not valid JSON: it has bytes that are not UTF-8` (`UnreadableBody`)\n");
        assertThat(handler.attempts())
                .singleElement()
                .satisfies(attempt -> assertThatThrownBy(attempt::json).isInstanceOf(UnreadableBodyException.class));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16BE", "UTF-16LE", "UTF-32BE", "UTF-32LE"})
    void bodyWithAByteOrderMarkIsRead(String charset) throws IOException {
        String body = "\uFEFF" + new String(BODY, StandardCharsets.UTF_8);
        shop.deliver("shop.order", body.getBytes(Charset.forName(charset))).getResult(Object.class);
        EventAttempt attempt = handler.attempts().get(0);
        assertThat(attempt.json().path("buyer").asText()).isEqualTo("Zoë");
        assertThat(attempt.as(Order.class)).isEqualTo(new Order(7, "Zoë"));
    }

    @Test
    void handlerMayReadTheBytesOfAnUnreadableBody() {
        handler.does(attempt -> {
            try {
                return attempt.json().toString();
            } catch (IOException noJson) {
                return attempt.bytes().length + " bytes";
            }
        });
        byte[] form = "payload=%7B".getBytes(StandardCharsets.UTF_8);
        assertThat(shop.deliver("shop.order", form).getResult(Object.class).toString())
                .contains("11 bytes");
    }

    @Test
    void longResultIsCut() {
        handler.does(attempt -> "x".repeat(3_000_000));
        assertThat(shop.deliver("shop.order", BODY).getResult(Object.class).toString())
                .contains("x".repeat(2_000) + "…")
                .hasSizeLessThan(3_000);
    }

    @Test
    void attemptWhoseTimeIsOverIsInterrupted() throws InterruptedException {
        shop.configuration.declare(
                Shop.POLICY,
                new RetryPolicy(
                        Duration.ofMinutes(1), 1, Duration.ofMinutes(1), 1, Duration.ofSeconds(1), null, List.of()));
        CountDownLatch interrupted = new CountDownLatch(1);
        handler.does(attempt -> {
            try {
                TimeUnit.MINUTES.sleep(10);
            } catch (InterruptedException e) {
                interrupted.countDown();
                throw e;
            }
            return "slept";
        });
        shop.deliver("shop.order", BODY);
        assertThat(interrupted.await(Await.PATIENCE.toSeconds(), TimeUnit.SECONDS))
                .isTrue();
    }

    @Test
    void heartbeatIsTaken() {
        handler.does(attempt -> {
            attempt.heartbeat("half of it");
            return "done";
        });
        assertThat(shop.deliver("shop.order", BODY).getResult(Object.class).toString())
                .contains("done");
    }
}
