package dev.durahook.combined;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.durahook.combined.clock.ClockHandlers;
import dev.durahook.testsupport.Await;
import dev.durahook.testsupport.http.NewConnection;
import dev.durahook.testsupport.process.JavaProcess;
import dev.durahook.testsupport.program.JumpingClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * An application with a clock of its own and three sources: {@code webhook} signs nothing, {@code hub} signs without a
 * time, and {@code pay} signs the time.
 */
final class JumpingProcess implements AutoCloseable {

    private static final String SECRET = "whsec_of-this-test";
    private static final String READINESS = "/actuator/health/readiness";
    private static final Pattern SKEW = Pattern.compile("durahook_clock_skew_seconds\\{.*clock=\"(\\w+)\".*} (\\S+)");

    private final JumpingClock clock;
    private final CombinedProcess process;

    private JumpingProcess(JumpingClock clock, CombinedProcess process) {
        this.clock = clock;
        this.process = process;
    }

    /** Starts an application; {@code without} names the configurations that are left out. */
    static JumpingProcess start(Class<?> application, String temporal, Path folder, String... without) {
        JumpingClock clock = JumpingClock.in(folder.resolve(application.getSimpleName()));
        Stream<String> properties = Stream.of(
                "spring.main.sources=" + ClockHandlers.class.getPackageName(),
                "spring.autoconfigure.exclude=" + String.join(",", without),
                "management.endpoint.health.show-details=always",
                "durahook.sources.hub.scheme=github",
                "durahook.sources.hub.secrets=" + SECRET,
                "durahook.sources.pay.scheme=stripe",
                "durahook.sources.pay.secrets=" + SECRET,
                "durahook.policies.patient.inline-first-attempt=false",
                "durahook.policies.patient.initial-interval=1s",
                "durahook.policies.patient.backoff-coefficient=1",
                "durahook.policies.patient.maximum-attempts=4",
                "durahook.policies.patient.start-to-close-timeout=30m",
                "durahook.policies.patient.schedule-to-close-timeout=2h",
                "durahook.policies.inline.initial-interval=1s");
        return new JumpingProcess(
                clock,
                new CombinedProcess(
                        JavaProcess.of(application)
                                .environment(clock.environment())
                                .option("-D" + ClockHandlers.FOLDER + "=" + folder),
                        temporal,
                        folder,
                        properties));
    }

    JumpingProcess ready() {
        process.ready();
        return this;
    }

    /** Whether the process is ready, or would be if Temporal was not late with an answer about its health. */
    boolean isReady() {
        try {
            String readiness = process.get(READINESS);
            return isUp(readiness) || readiness.contains("no answer in time");
        } catch (IOException notNow) {
            return false;
        }
    }

    private static boolean isUp(String readiness) throws IOException {
        return new ObjectMapper().readTree(readiness).path("status").asText().equals("UP");
    }

    /** Sets the clock of the running process, and waits until the process knows the new time and is ready. */
    void jump(Duration ahead) {
        clock.jump(ahead);
        Await.until(
                "the clock has jumped by " + ahead,
                () -> isNear(date(), Instant.now().plus(ahead)));
        ready();
    }

    /** Waits until the metrics say by how much a clock is ahead of the server's. */
    void awaitSkew(String which, Duration ahead) {
        Await.until(which + " is seen to be ahead by " + ahead, () -> Math.abs(skew(which) - ahead.toSeconds()) < 20);
    }

    /** A metric's values in all series. */
    Stream<Double> values(String metric) {
        return Pattern.compile("(?m)^" + metric + "\\{.*} (\\S+)$")
                .matcher(process.metrics())
                .results()
                .map(value -> Double.valueOf(value.group(1)));
    }

    /** Posts an event that nothing signs. */
    int post(String type, String id) {
        return deliver("webhook", CombinedProcess.body(type, id));
    }

    /** Posts an event that is signed without a time. */
    int postSigned(String type, String id) {
        String body = "{}";
        return deliver(
                "hub",
                body,
                "X-GitHub-Event",
                type,
                "X-GitHub-Delivery",
                id,
                "X-Hub-Signature-256",
                "sha256=" + hmac(body));
    }

    /** Posts an event that is signed with the right time. */
    int postTimed(String type, String id) {
        String body = "{\"type\":\"" + type + "\",\"id\":\"" + id + "\"}";
        long now = Instant.now().getEpochSecond();
        return deliver("pay", body, "Stripe-Signature", "t=" + now + ",v1=" + hmac(now + "." + body));
    }

    void awaitLine(String regex) {
        process.process().awaitLine(regex);
    }

    private int deliver(String source, String body, String... headers) {
        try {
            return NewConnection.postJson(process.port(), "/webhooks/" + source, body, headers);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private double skew(String which) {
        Matcher matcher = SKEW.matcher(process.metrics());
        while (matcher.find()) {
            if (matcher.group(1).equals(which)) {
                return Double.parseDouble(matcher.group(2));
            }
        }
        return Double.NaN;
    }

    // The web server tells the time.
    private Instant date() {
        try {
            HttpURLConnection connection = NewConnection.open(process.port(), "/webhooks/webhook");
            assertThat(connection.getResponseCode()).isPositive();
            return Instant.ofEpochMilli(connection.getDate());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isNear(Instant one, Instant other) {
        return Duration.between(one, other).abs().toSeconds() < 20;
    }

    private static String hmac(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        process.close();
    }
}
