package dev.durahook.workflows.reading;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import dev.durahook.testsupport.Await;
import dev.durahook.workflows.policy.RetryPolicy;
import dev.durahook.workflows.processing.DefaultWorkflow;
import dev.durahook.workflows.processing.FailedWorkflowTest;
import dev.durahook.workflows.processing.Outcome;
import dev.durahook.workflows.processing.StepOutcome;
import dev.durahook.workflows.processing.UnreadableBodyTest;
import dev.durahook.workflows.routing.Plan;
import dev.durahook.workflows.routing.PlannedStep;
import dev.durahook.workflows.routing.WorkWithPlan;
import dev.durahook.workflows.shop.Deploys;
import dev.durahook.workflows.shop.ScriptedHandler;
import dev.durahook.workflows.shop.Shop;
import io.temporal.api.common.v1.Payload;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.client.WorkflowQueryException;
import io.temporal.client.WorkflowStub;
import io.temporal.common.converter.CodecDataConverter;
import io.temporal.common.converter.DataConverterException;
import io.temporal.common.converter.DefaultDataConverter;
import io.temporal.payload.codec.PayloadCodec;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The application encrypts all payloads that it stores in Temporal. */
class EncryptedBodyTest {

    private static final String TYPE = "shop.order";
    private static final String BODY = "{\"id\": \"seven\",\n \"more\": 1}";

    private final Reversing codec = new Reversing();
    private final ScriptedHandler mail = new ScriptedHandler("mail");
    private final Deploys shop =
            new Deploys(new CodecDataConverter(DefaultDataConverter.newDefaultInstance(), List.of(codec), true), mail);

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void bodyOfAFailedWorkflowReachesTheNextRunUnchanged() {
        shop.deploy(FailedWorkflowTest.Refusing.class);
        WorkflowStub event = shop.deliver(TYPE, BODY);
        assertThat(shop.parked(event)).contains("`no such customer` (`Refused`)");
        shop.deploy(FailedWorkflowTest.Corrected.class);
        event.signal("retry");
        assertThat(event.getResult(String.class)).isEqualTo(BODY);
    }

    @Test
    void failureOfAFailedWorkflowIsStoredNowhereInClear() {
        shop.deploy(FailedWorkflowTest.Refusing.class);
        WorkflowStub event = shop.deliver(TYPE, BODY);
        assertThat(shop.parked(event)).contains("`no such customer` (`Refused`)");
        assertThat(shop.everyRun("shop:1").toString()).doesNotContain("no such customer");
    }

    @Test
    void fieldOfAnUnreadableBodyIsNamed() {
        shop.deploy(UnreadableBodyTest.Numbers.class);
        assertThat(shop.parked(shop.deliver(TYPE, BODY))).contains("the field $.id can't be read as long");
    }

    @Test
    void bodyThatTemporarilyCanNotBeDecryptedIsReadAtTheNextTry() {
        shop.deploy(UnreadableBodyTest.Texts.class);
        codec.hasKey = false;
        WorkflowStub event = shop.deliver(TYPE, BODY);
        shop.awaitFailedTask("shop:1");
        codec.hasKey = true;
        assertThat(event.getResult(String.class)).isEqualTo("order seven");
    }

    @Test
    void failureOfAnActivityThatTemporarilyCanNotBeDecryptedParksTheEventAllTheSame() {
        declareMail();
        mail.does(attempt -> {
            throw new IllegalStateException("the mail server is down");
        });
        codec.failOnceToDecode("the mail server is down", 1);
        shop.deploy(DefaultWorkflow.class);
        assertThat(parkedInTheEnd(shop.deliver(TYPE, BODY))).contains("the mail server is down");
        assertThat(codec.hasFailed()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void activityWhoseArgumentsTemporarilyCanNotBeEncryptedRunsAllTheSame(int call) {
        declareMail();
        mail.does(attempt -> {
            throw new IllegalStateException("the mail server is down");
        });
        shop.deploy(DefaultWorkflow.class);
        WorkflowStub event = shop.deliver(TYPE, BODY);
        assertThat(shop.parked(event)).contains("the mail server is down");
        mail.does(attempt -> "sent");
        codec.failOnceToEncode("\"id\":\"shop:1\"", call);
        event.signal("retry");
        assertThat(event.getResult(Outcome.class).steps())
                .extracting(StepOutcome::result)
                .containsExactly("sent");
        assertThat(codec.hasFailed()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void eventOfAFailedWorkflowThatTemporarilyCanNotBeDecryptedIsParkedAllTheSame(int call) {
        shop.deploy(FailedWorkflowTest.Refusing.class);
        codec.failOnceToDecode("\"type\":\"shop.order\"", call);
        WorkflowStub event = shop.deliver(TYPE, BODY);
        Await.until(
                "the event goes on in a new run",
                () -> shop.everyRun("shop:1").stream()
                        .anyMatch(HistoryEvent::hasWorkflowExecutionContinuedAsNewEventAttributes));
        assertThat(parkedInTheEnd(event)).contains("`no such customer` (`Refused`)");
        assertThat(codec.hasFailed()).isTrue();
    }

    // The SDK's own call fails, and then the one that looks for the reason.
    @Test
    void bodyThatTemporarilyCanNotBeDecryptedIsNotTakenForUnreadable() {
        shop.deploy(UnreadableBodyTest.Texts.class);
        codec.failToDecode("\"more\": 1", Set.of(1, 3));
        assertThat(shop.deliver(TYPE, BODY).getResult(String.class)).isEqualTo("order seven");
        assertThat(codec.hasFailed()).isTrue();
    }

    @Test
    void resultOfAFirstAttemptThatTemporarilyCanNotBeDecryptedDoesNotStopTheEvent() throws TimeoutException {
        Duration second = Duration.ofSeconds(1);
        RetryPolicy inline = new RetryPolicy(
                second, 1, second, 3, second, null, List.of(), null, 0, List.of(), null, true, false, null);
        shop.configuration.declare(Shop.POLICY, inline);
        PlannedStep step = new PlannedStep(PlannedStep.Kind.HANDLER, "mail", Shop.POLICY);
        shop.configuration.plan(new Plan(List.of(step), false)
                .with(new WorkWithPlan(Map.of(Shop.POLICY, inline), null, Set.of(step.key()))));
        mail.does(attempt -> "sent at once");
        codec.failOnceToDecode("sent at once", 1);
        shop.deploy(DefaultWorkflow.class);
        WorkflowStub event = shop.deliver(TYPE, BODY);
        assertThat(event.getResult(Await.PATIENCE.toSeconds(), TimeUnit.SECONDS, Outcome.class)
                        .steps())
                .extracting(StepOutcome::result)
                .containsExactly("sent at once");
        assertThat(codec.hasFailed()).isTrue();
    }

    // A question to the workflow decodes, too, and may be the call that fails.
    private String parkedInTheEnd(WorkflowStub event) {
        return Await.value("the event is parked", () -> {
            try {
                return Optional.of(shop.details(event)).filter(details -> details.contains("**Parked"));
            } catch (WorkflowQueryException failed) {
                return Optional.empty();
            }
        });
    }

    private void declareMail() {
        shop.configuration.declare(
                Shop.POLICY, Shop.policy(1, Duration.ofSeconds(1), Duration.ofSeconds(1), List.of()));
        shop.configuration.plan(
                new Plan(List.of(new PlannedStep(PlannedStep.Kind.HANDLER, "mail", Shop.POLICY)), false));
    }

    /** A reversible change of the bytes, in place of an encryption. */
    private static final class Reversing implements PayloadCodec {

        private volatile boolean hasKey = true;
        private final CodecCalls encoding = new CodecCalls();
        private final CodecCalls decoding = new CodecCalls();

        /** Lets a call fail, counted among those that encode this text. */
        void failOnceToEncode(String text, int call) {
            encoding.fail(text, Set.of(call));
        }

        /** Lets a call fail, counted among those that decode this text. */
        void failOnceToDecode(String text, int call) {
            failToDecode(text, Set.of(call));
        }

        void failToDecode(String text, Set<Integer> calls) {
            decoding.fail(text, calls);
        }

        boolean hasFailed() {
            return encoding.hasFailed() || decoding.hasFailed();
        }

        @Override
        public List<Payload> encode(List<Payload> payloads) {
            payloads.forEach(encoding::count);
            return payloads.stream()
                    .map(payload -> Payload.newBuilder()
                            .putMetadata("encoding", ByteString.copyFromUtf8("binary/reversed"))
                            .setData(reversed(payload.toByteString()))
                            .build())
                    .toList();
        }

        @Override
        public List<Payload> decode(List<Payload> payloads) {
            return payloads.stream().map(this::decode).toList();
        }

        private Payload decode(Payload payload) {
            if (!hasKey) {
                throw new IllegalStateException("the key is away");
            }
            try {
                Payload decoded = Payload.parseFrom(reversed(payload.getData()));
                decoding.count(decoded);
                return decoded;
            } catch (com.google.protobuf.InvalidProtocolBufferException e) {
                throw new IllegalArgumentException(e);
            }
        }

        private static ByteString reversed(ByteString data) {
            byte[] bytes = new byte[data.size()];
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = data.byteAt(bytes.length - 1 - i);
            }
            return ByteString.copyFrom(bytes);
        }
    }

    /** The calls of a codec, some of which fail. */
    private static final class CodecCalls {

        private final AtomicInteger calls = new AtomicInteger();
        private volatile String text = "";
        private volatile Set<Integer> failing = Set.of();

        void fail(String wanted, Set<Integer> numbers) {
            failing = numbers;
            calls.set(0);
            text = wanted;
        }

        boolean hasFailed() {
            return !failing.isEmpty() && failing.stream().allMatch(number -> number <= calls.get());
        }

        // A codec that is written like Temporal's samples throws this exception.
        void count(Payload payload) {
            if (!text.isEmpty()
                    && payload.getData().toStringUtf8().contains(text)
                    && failing.contains(calls.incrementAndGet())) {
                throw new DataConverterException(new IllegalStateException("the key server does not answer"));
            }
        }
    }
}
