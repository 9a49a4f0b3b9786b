package dev.durahook.standalone.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.standalone.temporal.TestExecutables;
import dev.durahook.testsupport.Await;
import dev.durahook.testsupport.FreePort;
import dev.durahook.testsupport.temporal.RequiresTemporal;
import dev.durahook.testsupport.temporal.TemporalServer;
import dev.durahook.testsupport.temporal.TemporalServerOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The smoke script passes if the installation works, and otherwise names the broken part. */
@RequiresTemporal
class SmokeIT {

    @TempDir
    private static Path folder;

    private static TemporalServer temporal;
    private static Installation installation;
    private static Path secret;
    private static Path longSecret;
    private static String path;

    @BeforeAll
    static void start() throws Exception {
        temporal =
                TemporalServer.start(TemporalServerOptions.inMemory().withUi().withQuickDeletion());
        // More than one block of SHA-256, which HMAC hashes first.
        longSecret = Files.writeString(folder.resolve("long"), "k".repeat(100) + "\n");
        // The file as a Windows editor writes it, with the secret as Supabase shows it.
        Path whsec = Files.writeString(folder.resolve("whsec"), "\uFEFFv1,whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw\r\n");
        installation = new Installation(
                temporal.target(),
                folder,
                "durahook.sources.long.scheme=github",
                "durahook.sources.long.secret-files=" + longSecret,
                "durahook.sources.partner.scheme=standard-webhooks",
                "durahook.sources.partner.secret-files=" + whsec,
                "durahook.sources.idle.scheme=github",
                "durahook.sources.idle.secret-files=" + longSecret,
                "durahook.sources.idle.task-queue=nobody");
        secret = folder.resolve("github-secret");
        path = PatientPrograms.pathIn(folder);
    }

    @AfterAll
    static void stop() {
        installation.close();
        temporal.close();
    }

    @Test
    void aWorkingInstallationPassesAndIsLeftAsItWas() throws Exception {
        String result = smoke().run(installation.url("github"), secret);

        assertThat(result)
                .startsWith("0: ")
                .contains("first delivery: 202", "second delivery: 200", " completed", "to be deleted", "smoke: OK");
        String event = result.replaceFirst("(?s).*smoke: (\\S+) completed.*", "$1");
        assertThat(event).startsWith("github:smoke-");
        Await.until("the workflow is deleted", () -> temporal.workflows().count("WorkflowId = '" + event + "'") == 0);
    }

    @Test
    void aSecretMayBeLongerThanABlock() throws Exception {
        assertThat(smoke().run(installation.url("long"), longSecret)).startsWith("0: ");
    }

    @Test
    void aSourceOfStandardWebhooksPasses() throws Exception {
        assertThat(smoke().with("SCHEME", "standard-webhooks")
                        .run(installation.url("partner"), folder.resolve("whsec")))
                .startsWith("0: ");
    }

    @Test
    void withoutACliTheWebUiIsAsked() throws Exception {
        String ui = temporal.uiAddress();
        String result = smoke().with("TEMPORAL_CLI", "no-such-cli")
                .with("WEB_UI", ui.startsWith("http") ? ui : "http://" + ui)
                .run(installation.url("github"), secret);
        assertThat(result).startsWith("0: ").contains(" completed", "not deleted");
    }

    @Test
    void anotherSecretIsNamed() throws Exception {
        assertThat(smoke().run(installation.url("github"), longSecret))
                .startsWith("1: ")
                .contains("answered 401", "the secret is not the one of the source github")
                .doesNotContain("kkkk");
    }

    @Test
    void anUnknownSourceIsNamed() throws Exception {
        assertThat(smoke().run(installation.url("githup"), secret))
                .startsWith("1: ")
                .contains("answered 404", "durahook.sources.githup");
    }

    @Test
    void aReceiverThatDoesNotRunIsNamed() throws Exception {
        assertThat(smoke().run("http://127.0.0.1:" + FreePort.next() + "/webhooks/github", secret))
                .startsWith("1: ")
                .contains("the receiver is not running");
    }

    @Test
    void aQueueWithoutAWorkerIsNamed() throws Exception {
        assertThat(smoke().with("WAIT", "3").run(installation.url("idle"), longSecret))
                .startsWith("1: ")
                .contains("has not completed after 3 s", "no worker takes it");
    }

    @Test
    void aTemporalThatCanNotBeAskedIsNamed() throws Exception {
        assertThat(smoke().with("TEMPORAL_ADDRESS", "127.0.0.1:1")
                        .with("WAIT", "1")
                        .run(installation.url("github"), secret))
                .startsWith("1: ")
                .contains("Temporal can't be asked", "TEMPORAL_ADDRESS", "WEB_UI");
    }

    @Test
    void theTimeThatTheQuestionsTakeIsPartOfTheWait() throws Exception {
        Path asked = folder.resolve("asked");
        Path cli = TestExecutables.create(
                folder.resolve("slow-cli"), "#!/bin/sh\necho \"$*\" >>'" + asked + "'\nsleep 2\nexit 1\n");
        assertThat(smoke().with("TEMPORAL_CLI", cli.toString())
                        .with("WAIT", "5")
                        .run(installation.url("github"), secret))
                .startsWith("1: ")
                .contains("Temporal can't be asked");
        // A round takes three seconds or more.
        assertThat(Files.readAllLines(asked)).hasSizeBetween(1, 2);
    }

    @Test
    void aTemporalThatDoesNotAnswerTheReceiverIsNamed() throws Exception {
        temporal.pause();
        try {
            assertThat(smoke().run(installation.url("github"), secret))
                    .startsWith("1: ")
                    .contains("answered 503", "Temporal is down");
        } finally {
            temporal.resume();
            // The next test's first delivery must be stored.
            Await.until("events are stored again", SmokeIT::isStored);
        }
    }

    private static boolean isStored() {
        try {
            return installation.post("after-the-outage") < 300;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SmokeScript smoke() {
        return new SmokeScript(temporal.target(), path);
    }
}
