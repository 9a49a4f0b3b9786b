package dev.durahook.receiver.http.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.durahook.receiver.http.exchange.Exchange;
import dev.durahook.testsupport.Await;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.util.unit.DataSize;

/** For a moment no thread can be started, or no memory is free, and the receiver goes on. */
class BodyReaderTest {

    private static final DataSize LIMIT = DataSize.ofKilobytes(100);

    private final BodyBudget budget = new BodyBudget(DataSize.ofMegabytes(1));
    private final BodyReader reader = new BodyReader(budget, new BodyPace(Duration.ofMillis(1), DataSize.ofBytes(1)));
    private final BodyReader patient = new BodyReader(budget, new BodyPace(Duration.ofHours(1), DataSize.ofBytes(1)));
    private final List<String> ends = new CopyOnWriteArrayList<>();

    @AfterEach
    void close() {
        reader.close();
        patient.close();
    }

    @Test
    void slowBodiesAreEndedAfterAMomentInWhichNoThreadCouldBeStarted() throws Exception {
        AtomicInteger missing = new AtomicInteger(3);
        for (String name : List.of("first", "second")) {
            ArrivingRequest request = ArrivingRequest.of(10).whoseTasks(task -> {
                if (missing.getAndDecrement() > 0) {
                    throw new OutOfMemoryError("unable to create native thread");
                }
                task.run();
            });
            reader.read(exchange(request), LIMIT, receiver(name));
        }
        Await.until("both are ended", () -> ends.size() == 2);
        assertThat(ends).containsExactlyInAnyOrder("first TOO_SLOW", "second TOO_SLOW");
    }

    @Test
    void bodyWithoutMemoryLeavesNothingReserved() throws Exception {
        OutOfMemoryError noMemory = new OutOfMemoryError("Java heap space");
        reader.read(exchange(ArrivingRequest.of(10).failing(noMemory)), LIMIT, receiver("first"));
        assertThat(ends).containsExactly("first NO_MEMORY");
        assertThat(budget.taken()).isZero();
    }

    @Test
    void bodyWithoutMemoryInTheBackgroundLeavesNothingReserved() throws Exception {
        ArrivingRequest request = ArrivingRequest.of(10);
        patient.read(exchange(request), LIMIT, receiver("second"));
        request.failing(new OutOfMemoryError("Java heap space")).arrive();
        assertThat(ends).containsExactly("second NO_MEMORY");
        assertThat(budget.taken()).isZero();
    }

    @Test
    void bodyThatFailsInAnUnexpectedWayLeavesNothingReserved() throws Exception {
        Error fault = new LinkageError("a fault of the server");
        ArrivingRequest atOnce = ArrivingRequest.of(10).failing(fault);
        assertThatThrownBy(() -> reader.read(exchange(atOnce), LIMIT, receiver("first")))
                .isEqualTo(fault);
        assertThat(budget.taken()).isZero();

        ArrivingRequest later = ArrivingRequest.of(10);
        patient.read(exchange(later), LIMIT, receiver("second"));
        assertThatThrownBy(later.failing(fault)::arrive).isEqualTo(fault);
        assertThat(budget.taken()).isZero();
        assertThat(ends).isEmpty();
    }

    @Test
    void requestWhoseRefusalFailsIsNotAnsweredAsStored() throws Exception {
        Error fault = new OutOfMemoryError("Java heap space");
        MockHttpServletResponse response = new MockHttpServletResponse();
        ArrivingRequest request = ArrivingRequest.of(10);
        patient.read(Exchange.of(request, response), LIMIT, new BodyReader.Receiver() {
            @Override
            public void received(byte[] body) {
                throw new AssertionError("the body is not complete");
            }

            @Override
            public void failed(BodyFailure failure) {
                ends.add("failed");
                throw fault;
            }
        });
        assertThatThrownBy(request.failing(fault)::arrive).isEqualTo(fault);
        assertThat(ends).containsExactly("failed");
        assertThat(response.getStatus()).isEqualTo(503);
    }

    private Exchange exchange(ArrivingRequest request) throws IOException {
        return Exchange.of(request, new MockHttpServletResponse());
    }

    private BodyReader.Receiver receiver(String name) {
        return new BodyReader.Receiver() {
            @Override
            public void received(byte[] body) {
                ends.add(name + " received");
            }

            @Override
            public void failed(BodyFailure failure) {
                ends.add(name + " " + failure);
            }
        };
    }
}
