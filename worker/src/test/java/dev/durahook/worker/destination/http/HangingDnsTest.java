package dev.durahook.worker.destination.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.durahook.testsupport.Await;
import dev.durahook.worker.destination.kind.Attempt;
import io.temporal.failure.ApplicationFailure;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import okhttp3.Call;
import okhttp3.Dns;
import okhttp3.EventListener;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The DNS does not answer for a destination's host, and the look-up takes longer than an attempt may. */
@Execution(ExecutionMode.CONCURRENT)
class HangingDnsTest {

    private final HangingDns dns = new HangingDns();

    @Test
    void attemptEndsALittleAfterTheConnectTimeoutAndNamesTheHost() {
        try (CrmSender crm = to(crm("https://crm.invalid/").with("connect-timeout", "1s"))) {
            assertThat(unreachable(crm.failure()))
                    .isEqualTo("crm can't be reached: the DNS did not answer for crm.invalid within 3 s");
        }
    }

    @Test
    void attemptEndsWithItsOwnTimeIfThatIsShorter() {
        try (CrmSender crm = to(crm("https://crm.invalid/").with("connect-timeout", "1h"))) {
            Attempt hurried = new Attempt(1, Duration.ofSeconds(2), Duration.ZERO);
            String message = unreachable(catchThrowableOfType(ApplicationFailure.class, () -> crm.send(hurried)));
            // On a busy machine, the time may be over before the look-up begins.
            assertThat(message)
                    .matches("crm can't be reached: "
                            + "(the DNS did not answer for crm.invalid within \\d+ m?s|time-out after \\d+ ms)");
        }
    }

    @Test
    void dnsThatGotNoTimeIsNotBlamed() {
        EventListener late = new EventListener() {
            @Override
            public void dnsStart(Call call, String host) {
                LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1));
            }
        };
        try (CrmSender crm = CrmSender.to(
                crm("https://crm.invalid/"), new OkHttpClient.Builder().dns(dns).eventListener(late))) {
            Attempt hurried = new Attempt(1, Duration.ofSeconds(1), Duration.ZERO);
            assertThat(unreachable(catchThrowableOfType(ApplicationFailure.class, () -> crm.send(hurried))))
                    .matches("crm can't be reached: time-out after \\d+ ms");
        }
    }

    @Test
    void attemptsShareALookUpAndGoOnWhenTheDnsIsBack() {
        try (RawServer server = RawServer.answering("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
                CrmSender crm = to(crm(server.url().replace("127.0.0.1", "crm.invalid"))
                        .with("allow-http", "true")
                        .with("connect-timeout", "500ms"))) {
            for (int i = 0; i < 3; i++) {
                assertThat(unreachable(crm.failure())).endsWith("for crm.invalid within 2500 ms");
            }
            assertThat(dns.lookUps()).isEqualTo(1);
            dns.answer();
            Await.until("an attempt succeeds", () -> crm.failure() == null);
            assertThat(server.requests()).isEqualTo(1);
        }
    }

    @Test
    void nameOfAProxyIsNotTakenForTheDestinations() {
        Proxy proxy = new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved("proxy.invalid", 3128));
        try (CrmSender crm = CrmSender.to(
                crm("https://crm.invalid/").with("connect-timeout", "1s"),
                new OkHttpClient.Builder().dns(dns).proxy(proxy))) {
            assertThat(unreachable(crm.failure()))
                    .isEqualTo("crm can't be reached: the DNS did not answer for a proxy, proxy.invalid, within 3 s");
        }
    }

    private static CrmDeclaration crm(String url) {
        return CrmDeclaration.crm(url);
    }

    private CrmSender to(CrmDeclaration declared) {
        return CrmSender.to(declared, new OkHttpClient.Builder().dns(dns));
    }

    private static String unreachable(ApplicationFailure failure) {
        assertThat(failure.getType()).isEqualTo("DestinationUnreachable");
        assertThat(failure.isNonRetryable()).isFalse();
        return failure.getOriginalMessage();
    }

    /** Answers only when it may, and gives up after a time, as Java's does. */
    private static final class HangingDns implements Dns {

        private static final int GIVES_UP_SECONDS = 60;

        private final CountDownLatch mayAnswer = new CountDownLatch(1);
        private final AtomicInteger lookUps = new AtomicInteger();

        void answer() {
            mayAnswer.countDown();
        }

        int lookUps() {
            return lookUps.get();
        }

        @Override
        public List<InetAddress> lookup(String host) throws UnknownHostException {
            lookUps.incrementAndGet();
            try {
                if (mayAnswer.await(GIVES_UP_SECONDS, TimeUnit.SECONDS)) {
                    return List.of(InetAddress.getLoopbackAddress());
                }
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            throw new UnknownHostException(host + ": Name or service not known");
        }
    }
}
