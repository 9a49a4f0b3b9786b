package dev.durahook.receiver.http.body;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.receiver.RunningReceiver;
import dev.durahook.receiver.Sender;
import dev.durahook.receiver.http.refusal.DedicatedServer;
import dev.durahook.testsupport.Await;
import dev.durahook.testsupport.frontend.FakeFrontend;
import dev.durahook.testsupport.http.RawAnswer;
import dev.durahook.testsupport.http.RawHttp;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;

/**
 * With far more slow senders than threads of the server, other deliveries are still answered, and the connections of
 * slow senders are closed.
 */
class SlowSendersIT {

    private static final int THREADS = 8;
    private static final int SLOW = 5 * THREADS;

    private static FakeFrontend frontend;
    private static RunningReceiver receiver;

    private static final List<String> PATHS = List.of(
            "/",
            "/elsewhere",
            "/error",
            "/actuator/health",
            "/actuator/loggers/root",
            "/webhook",
            "/webhook/",
            "/webhook//",
            "/webhook/;x",
            "/webhook/foo",
            "/webhook/foo/bar",
            "/webhook;a/foo",
            "/webhook?/foo",
            "/webhooks",
            "/webhooks/",
            "/webhooks//github",
            "/webhooks/github/x",
            "/webhooks/%67ithub",
            "/webhooks/nobody",
            "/WEBHOOKS/github",
            "/webhooks.json",
            "/WEB-INF/x",
            "/META-INF/x",
            "*");

    // Of a body that is longer than anything that the trickle sends.
    private static final List<String> BODIES = List.of(
            "Content-Length: 1000000\n\n",
            "Transfer-Encoding: chunked\n\nfffff\n",
            "Expect: 100-continue\nContent-Length: 1000000\n\n");

    @BeforeAll
    static void start() {
        frontend = FakeFrontend.start();
        receiver = RunningReceiver.in(
                Guarded.class,
                frontend.target(),
                "--server.tomcat.threads.max=" + THREADS,
                // Tomcat's own time-outs do not end a connection on which a byte arrives now and then.
                "--server.tomcat.connection-timeout=1m",
                "--durahook.http.header-timeout=2s");
    }

    @AfterAll
    static void stop() {
        receiver.close();
        frontend.close();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "headers           | 503 | POST /webhooks/github HTTP/1.1~Host: x~X: ",
                "a request line    | 503 | POST /webhooks/",
                "blank lines       | 503 | ~",
                "a body            | 503 | POST /webhooks/github HTTP/1.1~Host: x~Content-Length: 1000000~~",
                "a chunk's length  | 503 | POST /webhooks/github HTTP/1.1~Host: x~Transfer-Encoding: chunked~~5;a=",
                "a chunk           | 503 | POST /webhooks/github HTTP/1.1~Host: x~Transfer-Encoding: chunked~~fffff~",
                "an unknown source | 404 | POST /webhooks/nobody HTTP/1.1~Host: x~Content-Length: 1000000~~",
                "another path      | 404 | POST /elsewhere HTTP/1.1~Host: x~Content-Length: 1000000~~",
                "another method    | 405 | PUT /webhooks/github HTTP/1.1~Host: x~Content-Length: 1000000~~",
                "too much          | 413 | POST /webhooks/github HTTP/1.1~Host: x~Content-Length: 9000000000~~",
                "a coded body      | 415 | POST /webhooks/github HTTP/1.1~Host: x~Content-Encoding: br~Content-Length: 9999~~",
                "a bad host        | 400 | POST /webhooks/github HTTP/1.1~Host: a b~Content-Length: 1000000~~",
                "a guard's refusal | 400 | POST /webhooks/github HTTP/1.1~Host: x~X-Guard: no~Content-Length: 1000000~~",
                "a guard's failure | 503 | POST /webhooks/github HTTP/1.1~Host: x~X-Guard: fail~Content-Length: 1000000~~",
                "a guard's chunks  | 400 | POST /webhooks/github HTTP/1.1~Host: x~X-Guard: no~Transfer-Encoding: chunked~~fffff~"
            })
    void deliveriesAreAnsweredBesideSlowSenders(String what, int status, String beginning) throws Exception {
        List<String> requests = Collections.nCopies(SLOW, beginning.strip().replace("~", "\n"));

        List<RawAnswer> answers = answersBesideDeliveries(what, requests, beginning.equals("~") ? "\n" : "0");
        assertThat(answers)
                .filteredOn(answer -> status == 503 || !hasSlowHeaders(answer))
                .isNotEmpty()
                .allSatisfy(answer -> {
                    assertThat(answer.status()).isEqualTo(status);
                    assertThat(answer.header("Content-Type")).hasValue("application/problem+json");
                    assertThat(answer.header("Retry-After").isPresent()).isEqualTo(status == 503);
                });
    }

    // On a machine that stands still for two seconds, the beginning of a request may come too late for its own answer.
    private static boolean hasSlowHeaders(RawAnswer answer) {
        return answer.status() == 503 && answer.body().contains("headers-too-slow");
    }

    /** The server compares a path in other ways than a filter does, and only one servlet reads bodies. */
    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST", "PUT", "OPTIONS"})
    void slowBodyHoldsNoThreadOnAnyPath(String method) throws Exception {
        List<String> requests = PATHS.stream()
                .flatMap(path -> BODIES.stream().map(body -> method + " " + path + " HTTP/1.1\nHost: x\n" + body))
                .toList();

        SoftAssertions answers = new SoftAssertions();
        List<RawAnswer> all = answersBesideDeliveries(method, requests, "0");
        for (int i = 0; i < all.size(); i++) {
            answers.assertThat(all.get(i).status()).as(requests.get(i)).isIn(200, 400, 401, 404, 405, 503);
        }
        answers.assertAll();
    }

    /** Sends the beginnings of requests, then some more each second, until the server closes the connections. */
    private static List<RawAnswer> answersBesideDeliveries(String what, List<String> beginnings, String more)
            throws Exception {
        ScheduledExecutorService trickle = Executors.newSingleThreadScheduledExecutor();
        List<RawHttp> slow = new ArrayList<>();
        try {
            for (String beginning : beginnings) {
                slow.add(new RawHttp(receiver.port()).send(beginning));
            }
            trickle.scheduleWithFixedDelay(
                    () -> slow.forEach(sender -> sendSome(sender, more)), 1, 1, TimeUnit.SECONDS);
            for (int i = 0; i < 2 * THREADS; i++) {
                assertThat(new Sender(receiver.port())
                                .pushInTime(what + i, "{}")
                                .statusCode())
                        .isEqualTo(202);
            }
            List<RawAnswer> answers = new ArrayList<>();
            for (RawHttp sender : slow) {
                answers.add(sender.answer());
            }
            return answers;
        } finally {
            trickle.shutdownNow();
            trickle.awaitTermination(Await.PATIENCE.toSeconds(), TimeUnit.SECONDS);
            for (RawHttp sender : slow) {
                sender.close();
            }
        }
    }

    private static void sendSome(RawHttp sender, String text) {
        try {
            sender.send(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The receiver with a filter that refuses some deliveries before their bodies are read. */
    @EnableAutoConfiguration
    @DedicatedServer
    static class Guarded {

        @Bean
        FilterRegistrationBean<Filter> guard() {
            return new FilterRegistrationBean<>((request, response, chain) -> {
                String guard = ((HttpServletRequest) request).getHeader("X-Guard");
                if ("fail".equals(guard)) {
                    throw new IllegalStateException("the guard failed");
                }
                if ("no".equals(guard)) {
                    ((HttpServletResponse) response).sendError(HttpServletResponse.SC_FORBIDDEN);
                } else {
                    chain.doFilter(request, response);
                }
            });
        }
    }
}
