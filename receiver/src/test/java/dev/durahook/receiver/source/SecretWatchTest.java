package dev.durahook.receiver.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.receiver.delivery.Delivery;
import dev.durahook.receiver.secret.Secret;
import dev.durahook.receiver.signature.Algorithm;
import dev.durahook.receiver.signature.Encoding;
import dev.durahook.receiver.verification.Verdict.Rejected;
import dev.durahook.receiver.verification.Verdict.Verified;
import dev.durahook.testsupport.Await;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

/** A change of a secret's file counts when it is made, and not when the next delivery comes. */
@ExtendWith(OutputCaptureExtension.class)
class SecretWatchTest {

    private static final Duration OVERLAP = Duration.ofSeconds(1);

    @TempDir
    private Path folder;

    @Test
    void removedFileIsNoticedWithoutADelivery(CapturedOutput output) throws Exception {
        Path file = Files.writeString(folder.resolve("secret"), "leaked");
        try (ConfigurableApplicationContext context = run("secrets[0].file=" + file)) {
            assertThat(context.getBean(Sources.class).named("github")).isPresent();
            Files.delete(file);
            Await.until(
                    "the log has a warning",
                    () -> output.getOut().contains(file + " can't be read")
                            && output.getOut().contains("its previous content stays valid for 15 minutes"));
        }
    }

    @Test
    void removedFileOfASecretThatIsNotValidYetIsNoticedToo(CapturedOutput output) throws Exception {
        Path file = Files.writeString(folder.resolve("secret"), "leaked");
        try (ConfigurableApplicationContext context = run(
                "secrets[0].file=" + file, "secrets[0].not-before=2999-01-01T00:00:00Z", "secrets[1].value=other")) {
            assertThat(context.getBean(Sources.class).named("github")).isPresent();
            Files.delete(file);
            Await.until(
                    "the log has a warning",
                    () -> output.getOut().contains("its previous content stays valid for 15 minutes"));
        }
    }

    @Test
    void overlapBeginsWithoutADelivery(CapturedOutput output) throws Exception {
        Path file = Files.writeString(folder.resolve("secret"), "old");
        try (ConfigurableApplicationContext context =
                run("secrets[0].file=" + file, "secrets[0].overlap=" + OVERLAP.toSeconds() + "s")) {
            Source source = context.getBean(Sources.class).named("github").orElseThrow();
            Files.writeString(file, "new");
            Await.until("the file was read", () -> output.getOut().contains(file + " was read again"));
            Thread.sleep(OVERLAP.plusMillis(1).toMillis());

            assertThat(source.verify(signedWith("old"))).isInstanceOf(Rejected.class);
            assertThat(source.verify(signedWith("new"))).isInstanceOf(Verified.class);
        }
    }

    @Test
    void expiryIsNoticedWithoutADelivery(CapturedOutput output) {
        String warning = "Source github has no secret that is valid now";
        Instant expiry = Instant.parse("2026-11-24T10:00:00Z");
        AtomicReference<Instant> now = new AtomicReference<>(expiry.minusSeconds(1));
        try (ConfigurableApplicationContext context =
                run(now::get, "secrets[0].value=old", "secrets[0].not-after=" + expiry)) {
            assertThat(context.getBean(Sources.class).named("github")).isPresent();
            // The start warns of an expired secret too.
            assertThat(output).doesNotContain(warning);
            now.set(expiry.plusSeconds(1));
            Await.until("the log has a warning", () -> output.getOut().contains(warning));
        }
    }

    private static ConfigurableApplicationContext run(String... properties) {
        return run(InstantSource.system(), properties);
    }

    private static ConfigurableApplicationContext run(InstantSource clock, String... properties) {
        SpringApplicationBuilder application =
                new SpringApplicationBuilder(SourceConfiguration.class).web(WebApplicationType.NONE);
        application.initializers(context -> context.getBeanFactory().registerSingleton("clock", clock));
        application.properties("durahook.sources.github.scheme=github");
        for (String property : properties) {
            application.properties("durahook.sources.github." + property);
        }
        return application.run();
    }

    private static Delivery signedWith(String secret) {
        byte[] signature = Algorithm.HMAC_SHA256.sign(
                new Secret(secret.getBytes(StandardCharsets.UTF_8)), List.of("{}".getBytes(StandardCharsets.UTF_8)));
        return Deliveries.of(
                "{}",
                "X-Hub-Signature-256",
                "sha256=" + new String(Encoding.HEX.encode(signature), StandardCharsets.US_ASCII));
    }
}
