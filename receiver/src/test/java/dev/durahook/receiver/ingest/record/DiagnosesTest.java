package dev.durahook.receiver.ingest.record;

import static dev.durahook.receiver.signature.Digests.base64;
import static dev.durahook.receiver.signature.Digests.bytes;
import static dev.durahook.receiver.signature.Digests.hex;
import static dev.durahook.receiver.signature.Digests.sha1;
import static dev.durahook.receiver.signature.Digests.sha256;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import dev.durahook.receiver.delivery.Delivery;
import dev.durahook.receiver.delivery.Headers;
import dev.durahook.receiver.explain.QuickExplainer;
import dev.durahook.receiver.ingest.WayIn;
import dev.durahook.receiver.signing.Verifiers;
import dev.durahook.receiver.source.Declaration;
import dev.durahook.receiver.verification.Check;
import dev.durahook.receiver.verifier.Verifier;
import dev.durahook.receiver.verifier.VerifierInputs;
import dev.durahook.testsupport.LogLines;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Wrong signatures are diagnosed in the background: the likely cause is counted, and strangers learn nothing. */
class DiagnosesTest {

    private static final String GITHUB = "shop: {scheme: github, secrets: [other, sesame]}";
    private static final String TWILIO =
            "shop: {scheme: twilio, secrets: [sesame], public-url: 'https://hooks.example.com/webhooks/shop'}";
    private static final String BODY = "{\"b\": \"5 €\", \"a\": [1, 2.50]}";

    @RegisterExtension
    final LogLines lines =
            LogLines.of("dev.durahook.receiver.deliveries").at(Level.DEBUG).ofOwnThread();

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Queue<Runnable> asked = new ArrayDeque<>();

    @Test
    void signatureInAnotherEncoding() throws Exception {
        post(GITHUB, signed("sha256=" + base64(sha256(bytes("sesame"), bytes(BODY))), BODY));

        assertThat(diagnosed()).containsExactly(Map.entry("signature-encoding", 1.0));
        assertThat(said()).contains("written as base64, not as hex");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"b\":\"5 €\",\"a\":[1,2.50]}",
                "{\"b\": \"5 €\", \"a\": [1, 2.50]}\n",
                "{\n  \"b\": \"5 €\",\n  \"a\": [\n    1,\n    2.50\n  ]\n}"
            })
    void rewrittenBody(String original) throws Exception {
        post(GITHUB, signed("sha256=" + hex(sha256(bytes("sesame"), bytes(original))), BODY));

        assertThat(diagnosed()).containsExactly(Map.entry("body-reserialised", 1.0));
        assertThat(said()).contains("Configure it to pass the bytes through unchanged");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://hooks.example.com/webhooks/shop?a=1",
                "https://hooks.example.com/webhooks/shop/?a=1",
                "https://10.0.0.7:8000/webhooks/shop?a=1",
                "http://10.0.0.7:8000/webhooks/shop?a=1"
            })
    void urlThatIsNotThePublicOne(String url) throws Exception {
        post(TWILIO, twilio(url));

        assertThat(diagnosed()).containsExactly(Map.entry("public-url", 1.0));
        // A URL may contain a secret.
        assertThat(said()).contains("Write public-url exactly").doesNotContain("http");
    }

    @Test
    void forgery() {
        post(GITHUB, signed("sha256=" + "0".repeat(64), BODY));

        assertThat(diagnosed()).containsExactly(Map.entry("unknown", 1.0));
    }

    @Test
    void secretFileWithAnInvisibleCharacter(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("secret"), "former");
        String source = "shop: {scheme: github, secret-files: ['" + file + "']}";
        WayIn way = way(source);
        Diagnoses known = diagnoses(source);
        WayIn knownBefore = new WayIn(Declaration.source(source), known);
        knownBefore.post(signed("sha256=" + "0".repeat(64), BODY));
        look();
        Files.writeString(file, "sesame\u200B");

        // The result is the same with and without an earlier diagnosis of the source.
        for (WayIn each : List.of(way, knownBefore)) {
            each.post(signed("sha256=" + hex(sha256(bytes("sesame"), bytes(BODY))), BODY));
            listen();
            look();
            assertThat(said())
                    .contains(
                            "likely cause: secret-unreadable (",
                            "holds U+200B ZERO WIDTH SPACE at character 7: remove it")
                    .doesNotContain("copy it again");
        }
        assertThat(diagnosed()).isEqualTo(Map.of("unknown", 1.0, "secret-unreadable", 2.0));
    }

    @Test
    void secretThatIsNotValidIsNotTried() throws Exception {
        String expired = "shop: {scheme: github, secrets: [other, {value: sesame, not-after: 2023-01-01T00:00:00Z}]}";
        post(expired, signed("sha256=" + base64(sha256(bytes("sesame"), bytes(BODY))), BODY));

        assertThat(diagnosed()).containsExactly(Map.entry("unknown", 1.0));
    }

    @Test
    void senderIsAnsweredBeforeTheDiagnosisAndAlwaysTheSame() throws Exception {
        WayIn way = way(GITHUB);
        String encoded = "sha256=" + base64(sha256(bytes("sesame"), bytes(BODY)));
        String forged = "sha256=" + base64(sha256(bytes("forged"), bytes(BODY)));

        String one = way.post(signed(encoded, BODY)).getContentAsString();
        assertThat(diagnosed()).isEmpty();
        look();

        assertThat(way.post(signed(forged, BODY)).getContentAsString()).isEqualTo(one);
        assertThat(way.reasons()).containsExactly("signature-length");
    }

    @Test
    void oneDiagnosisOfASourceRunsAtATime() {
        WayIn way = way(GITHUB);
        for (int i = 0; i < 1_000; i++) {
            way.post(signed("sha256=" + "0".repeat(64), BODY));
        }
        assertThat(asked).hasSize(1);
        look();
        way.post(signed("sha256=" + "0".repeat(64), BODY));
        look();

        assertThat(diagnosed()).containsExactly(Map.entry("unknown", 2.0));
    }

    @Test
    void diagnosisThatCanNotBeginDoesNotPreventTheNext() {
        AtomicBoolean isExhausted = new AtomicBoolean(true);
        QuickExplainer explainer =
                QuickExplainer.of(Declaration.environment(GITHUB), Declaration.NOW, Verifiers.ofCatalogue());
        WayIn way = new WayIn(Declaration.source(GITHUB), new Diagnoses(explainer, meters, task -> {
            if (isExhausted.get()) {
                throw new OutOfMemoryError("unable to create native thread");
            }
            asked.add(task);
        }));

        assertThat(way.post(signed("sha256=" + "0".repeat(64), BODY)).getStatus())
                .isEqualTo(503);
        isExhausted.set(false);
        way.post(signed("sha256=" + "0".repeat(64), BODY));
        look();

        assertThat(diagnosed()).containsExactly(Map.entry("unknown", 1.0));
    }

    @Test
    void largeBodyIsNotDiagnosed() {
        post(GITHUB, signed("sha256=" + "0".repeat(64), "x".repeat(Diagnoses.LARGEST_BODY + 1)));

        assertThat(asked).isEmpty();
        assertThat(diagnosed()).isEmpty();
    }

    @Test
    void uncomparedSignatureIsNotDiagnosed() {
        WayIn way = way(GITHUB);
        way.post(signed("", BODY));
        way.post(new Delivery("http://hooks.example.com/webhooks/shop", Headers.of(Map.of()), bytes(BODY)));

        assertThat(asked).isEmpty();
    }

    @Test
    void sourceOutsideTheConfiguration() {
        Diagnoses diagnoses = diagnoses("mirror: {scheme: github, secrets: [sesame]}");
        new WayIn(Declaration.source(GITHUB), diagnoses).post(signed("sha256=" + "0".repeat(64), BODY));
        look();

        assertThat(diagnosed()).containsExactly(Map.entry("unknown", 1.0));
    }

    @Test
    void faultOfAVerifierIsLoggedWithoutItsMessage() {
        String broken = "shop: {scheme: custom, secrets: [sesame],"
                + " custom: {verifier: broken, id: {pointer: /id}, type: {pointer: /type}}}";
        QuickExplainer explainer = QuickExplainer.of(
                Declaration.environment(broken), Declaration.NOW, Verifiers.with(List.of(new BrokenVerifier())));
        Diagnoses diagnoses = new Diagnoses(explainer, meters, asked::add);
        new WayIn(Declaration.source(GITHUB), diagnoses).post(signed("sha256=" + "0".repeat(64), BODY));
        listen();
        look();

        assertThat(lines.messages())
                .singleElement()
                .asString()
                .startsWith("The search for the cause of a wrong signature of source shop failed: "
                        + "java.lang.IllegalStateException at ")
                .doesNotContain("canary");
    }

    private static final class BrokenVerifier implements Verifier {

        @Override
        public String name() {
            return "broken";
        }

        @Override
        public Check check(VerifierInputs inputs) {
            throw new IllegalStateException("canary");
        }
    }

    private void post(String source, Delivery delivery) {
        WayIn way = way(source);
        assertThat(way.post(delivery).getStatus()).isEqualTo(401);
        listen();
        look();
    }

    private void listen() {
        lines.clear();
        // WayIn has changed the level.
        lines.setLevel(Level.DEBUG);
    }

    private WayIn way(String source) {
        return new WayIn(Declaration.source(source), diagnoses(source));
    }

    private Diagnoses diagnoses(String sources) {
        QuickExplainer explainer =
                QuickExplainer.of(Declaration.environment(sources), Declaration.NOW, Verifiers.ofCatalogue());
        return new Diagnoses(explainer, meters, asked::add);
    }

    private void look() {
        while (!asked.isEmpty()) {
            asked.remove().run();
        }
    }

    private Map<String, Double> diagnosed() {
        Map<String, Double> counts = new HashMap<>();
        meters.find("durahook.diagnoses")
                .tag("source", "shop")
                .counters()
                .forEach(counter -> counts.put(counter.getId().getTag("reason"), counter.count()));
        return counts;
    }

    private String said() {
        assertThat(lines.messages()).hasSize(1);
        String line = lines.messages().get(0);
        assertThat(line)
                .startsWith("A wrong signature of source shop, likely cause: ")
                .doesNotContain("sesame");
        return line;
    }

    private static Delivery signed(String signature, String body) {
        return delivery(Map.of("X-Hub-Signature-256", List.of(signature), "X-GitHub-Event", List.of("push")), body);
    }

    private static Delivery twilio(String url) throws Exception {
        String signature = base64(sha1(bytes("sesame"), bytes(url + "CallStatusringingTo+49")));
        Map<String, List<String>> headers = Map.of(
                "X-Twilio-Signature", List.of(signature), "Content-Type", List.of("application/x-www-form-urlencoded"));
        return delivery(headers, "To=%2B49&CallStatus=ringing");
    }

    private static Delivery delivery(Map<String, List<String>> headers, String body) {
        return new Delivery("http://10.0.0.7:8000/webhooks/shop?a=1", Headers.of(headers), bytes(body));
    }
}
