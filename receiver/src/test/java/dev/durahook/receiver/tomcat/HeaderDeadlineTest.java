package dev.durahook.receiver.tomcat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.receiver.RunningReceiver;
import dev.durahook.receiver.http.refusal.DedicatedServer;
import dev.durahook.testsupport.frontend.FakeFrontend;
import dev.durahook.testsupport.http.RawHttp;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.config.MeterFilterReply;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;

/** A failed check of the connections ends no later check. */
class HeaderDeadlineTest {

    private static final AtomicInteger FAILURES = new AtomicInteger(3);

    private static FakeFrontend frontend;
    private static RunningReceiver receiver;

    @BeforeAll
    static void start() {
        frontend = FakeFrontend.start();
        receiver = RunningReceiver.in(Exhausted.class, frontend.target(), "--durahook.http.header-timeout=500ms");
    }

    @AfterAll
    static void stop() {
        receiver.close();
        frontend.close();
    }

    @Test
    void slowHeadersAreAnsweredAfterAMomentInWhichNothingCouldBeCounted() throws Exception {
        try (RawHttp first = new RawHttp(receiver.port());
                RawHttp second = new RawHttp(receiver.port())) {
            first.send("POST /webhooks/github HTTP/1.1\nHost: x\n");
            second.send("POST /webhooks/github HTTP/1.1\nHost: x\n");

            assertThat(first.status()).isEqualTo(503);
            assertThat(second.status()).isEqualTo(503);
            assertThat(FAILURES).hasValueLessThan(1);
        }
    }

    /** The receiver, without memory for its first count of a refused request. */
    @EnableAutoConfiguration
    @DedicatedServer
    static class Exhausted {

        @Bean
        MeterFilter noMemory() {
            return new MeterFilter() {
                @Override
                public MeterFilterReply accept(Meter.Id id) {
                    if (id.getName().equals("durahook.requests.refused") && FAILURES.getAndDecrement() > 0) {
                        throw new OutOfMemoryError("Java heap space");
                    }
                    return MeterFilterReply.NEUTRAL;
                }
            };
        }
    }
}
