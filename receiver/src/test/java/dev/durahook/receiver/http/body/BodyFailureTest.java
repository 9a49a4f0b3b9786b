package dev.durahook.receiver.http.body;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import org.junit.jupiter.api.Test;

/** Only a fault of the sender is answered as one: a sender may take a 4xx for final. */
class BodyFailureTest {

    @Test
    void exceptionOfTheServersInputStreamIsOfTheSender() {
        assertThat(BodyFailure.of(new EOFException())).isEqualTo(BodyFailure.INCOMPLETE);
        assertThat(BodyFailure.of(new SocketTimeoutException())).isEqualTo(BodyFailure.TOO_SLOW);
        assertThat(BodyFailure.of(new IOException(new SocketTimeoutException())))
                .isEqualTo(BodyFailure.TOO_SLOW);
    }

    @Test
    void anyOtherExceptionIsOfTheReceiver() {
        assertThat(BodyFailure.of(new IllegalStateException("stopped"))).isEqualTo(BodyFailure.SERVER_FAILED);
        assertThat(BodyFailure.of(new OutOfMemoryError())).isEqualTo(BodyFailure.NO_MEMORY);
    }
}
