package dev.durahook.receiver.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.receiver.ReceiverApplication;
import dev.durahook.receiver.RunningReceiver;
import dev.durahook.receiver.Sender;
import dev.durahook.testsupport.Await;
import dev.durahook.testsupport.FreePort;
import dev.durahook.testsupport.frontend.FakeFrontend;
import dev.durahook.testsupport.http.NewConnection;
import dev.durahook.testsupport.http.RawAnswer;
import dev.durahook.testsupport.http.RawHttp;
import dev.durahook.testsupport.process.JavaProcess;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Requests of strangers who know HTTP well. Each gets the right answer, on its own and while many arrive at once. Nothing
 * of them reaches Temporal, the memory of a small heap is enough, the log stays short, and honest senders are answered
 * all the time.
 */
class HostileHttpIT {

    // How long honest traffic is measured, alone and beside hostile requests.
    private static final Duration MEASURED = Duration.ofSeconds(Integer.getInteger("durahook.hostile.seconds", 3));

    private static final int STRANGERS = 4;
    private static final Duration PAUSE = Duration.ofMillis(20);
    private static final int SLOW = 100;
    private static final String SLACK = "8f742231b10e8888abcd99yyyzzz85a5";

    private static FakeFrontend temporal;
    private static JavaProcess receiver;
    private static int port;
    private static int management;
    private static HonestTraffic honest;
    private static final AtomicInteger genuine = new AtomicInteger();

    @BeforeAll
    static void start() {
        temporal = FakeFrontend.start();
        port = FreePort.next();
        management = FreePort.next();
        receiver = JavaProcess.of(ReceiverApplication.class)
                .option("-Xmx128m")
                .option("-XX:+ExitOnOutOfMemoryError")
                .arguments(Stream.concat(
                                RunningReceiver.arguments(temporal.target(), port).stream(),
                                Stream.of(
                                                "management.server.port=" + management,
                                                "durahook.sources.salesforce.scheme=salesforce",
                                                "durahook.sources.salesforce.secrets=00D000000000001AAA",
                                                "durahook.sources.salesforce.guarded-by=mutual-tls",
                                                "durahook.sources.slack.scheme=slack",
                                                "durahook.sources.slack.secrets=" + SLACK,
                                                "durahook.sources.pointers.scheme=custom",
                                                "durahook.sources.pointers.secrets=" + RunningReceiver.SECRET,
                                                "durahook.sources.pointers.custom.signature.header=X-Hub-Signature-256",
                                                "durahook.sources.pointers.custom.signature.prefix=sha256=",
                                                "durahook.sources.pointers.custom.id.pointer=/id",
                                                "durahook.sources.pointers.custom.type.pointer=/type")
                                        .map(property -> "--" + property))
                        .toArray(String[]::new))
                .start();
        Await.until("the receiver is ready", HostileHttpIT::isReady);
        honest = HonestTraffic.to(port);
    }

    @AfterAll
    static void stop() throws Exception {
        try {
            genuine.addAndGet(honest.end());
            assertThat(temporal.starts()).as("starts in Temporal").isEqualTo(genuine.get());
            assertThat(receiver.isAlive()).isTrue();
            assertThat(receiver.output())
                    .doesNotContain("OutOfMemoryError", "\tat ", "smuggled")
                    .hasSizeLessThan(100_000);
            assertThat(metrics()).doesNotContain("smuggled", "jndi", "<script").hasSizeLessThan(200_000);
        } finally {
            honest.close();
            receiver.close();
            temporal.close();
        }
    }

    static Stream<HostileCase> cases() {
        return Stream.of(SmugglingCases.all(), HeaderCases.all(), TargetCases.all(), DocumentCases.all())
                .flatMap(cases -> cases);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void hasTheRightAnswer(HostileCase sent) throws IOException {
        Conversation conversation = Conversation.of(port, sent);

        assertThat(conversation.status()).as(sent.name()).isIn(sent.statuses());
        // At most one more answer may follow: the bytes behind the request are refused.
        assertThat(conversation.answers().stream().skip(1).map(RawAnswer::status))
                .as("further answers")
                .allMatch(status -> status == 400)
                .hasSizeLessThan(2);
        for (RawAnswer answer : conversation.answers()) {
            assertThat(answer.header("Content-Type")).hasValue("application/problem+json");
            assertThat(answer.body()).doesNotContain("Exception", "<", "smuggled");
            assertThat(answer.header("X-Injected")).isEmpty();
        }
    }

    static Stream<Map.Entry<String, String>> documents() {
        return DocumentCases.json().entrySet().stream();
    }

    /** A sender who has the secret is read further than a stranger, and costs as little. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("documents")
    void signedDocumentIsStoredUnread(Map.Entry<String, String> document) throws Exception {
        byte[] body = document.getValue().getBytes(StandardCharsets.ISO_8859_1);

        int status = new Sender(port).send("pointers", "any", "any", body).statusCode();
        // Two documents may name the same event.
        assertThat(status).isIn(202, 200);
        if (status == 202) {
            genuine.incrementAndGet();
        }
    }

    @Test
    void honestTrafficGoesOnBesideThem() throws Exception {
        List<HonestTraffic.Delivered> alone = honest.during(MEASURED);
        List<RawHttp> slow = slowSenders();
        ExecutorService strangers = Executors.newFixedThreadPool(STRANGERS);
        List<HostileCase> all = cases().toList();
        AtomicInteger sent = new AtomicInteger();
        Set<HostileCase> answered = ConcurrentHashMap.newKeySet();
        List<HonestTraffic.Delivered> beside;
        try {
            for (int i = 0; i < STRANGERS; i++) {
                strangers.execute(() -> sendAll(all, sent, answered));
            }
            beside = honest.during(MEASURED);
            Await.until("each hostile request was answered", () -> answered.containsAll(all));
        } finally {
            strangers.shutdownNow();
            assertThat(strangers.awaitTermination(Await.PATIENCE.toSeconds(), TimeUnit.SECONDS))
                    .isTrue();
            for (RawHttp sender : slow) {
                sender.close();
            }
        }
        System.out.printf(
                "Honest deliveries: %d alone, p50 %s, p99 %s; %d beside %d hostile requests, p50 %s, p99 %s%n",
                alone.size(),
                HonestTraffic.quantile(alone, 0.5),
                HonestTraffic.quantile(alone, 0.99),
                beside.size(),
                sent.get(),
                HonestTraffic.quantile(beside, 0.5),
                HonestTraffic.quantile(beside, 0.99));
        SoftAssertions.assertSoftly(all202 -> all202.assertThat(beside)
                .isNotEmpty()
                .extracting(HonestTraffic.Delivered::status)
                .containsOnly(202));
    }

    private static List<RawHttp> slowSenders() throws IOException {
        List<RawHttp> slow = new ArrayList<>();
        for (int i = 0; i < SLOW; i++) {
            slow.add(new RawHttp(port).send(HostileCase.POST + HostileCase.HOST + "Content-Length: 1000000\n\n{"));
        }
        return slow;
    }

    // The pause leaves some of the machine to the receiver, which strangers elsewhere would not use.
    private static void sendAll(List<HostileCase> all, AtomicInteger sent, Set<HostileCase> answered) {
        try {
            while (true) {
                HostileCase next = all.get(sent.getAndIncrement() % all.size());
                if (isAnswered(next)) {
                    answered.add(next);
                }
                Thread.sleep(PAUSE.toMillis());
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    // Which answer is right is checked elsewhere.
    private static boolean isAnswered(HostileCase sent) {
        try {
            return Conversation.of(port, sent).status() != 0 || sent.statuses().contains(0);
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean isReady() {
        try {
            return NewConnection.open(management, "/actuator/health/readiness").getResponseCode() == 200;
        } catch (IOException notYet) {
            if (!receiver.isAlive()) {
                throw new IllegalStateException("the receiver ended: " + receiver.output());
            }
            return false;
        }
    }

    private static String metrics() throws IOException {
        return new String(
                NewConnection.open(management, "/actuator/prometheus")
                        .getInputStream()
                        .readAllBytes(),
                StandardCharsets.UTF_8);
    }
}
