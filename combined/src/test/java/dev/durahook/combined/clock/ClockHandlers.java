package dev.durahook.combined.clock;

import dev.durahook.workflows.handling.EventAttempt;
import dev.durahook.workflows.handling.EventHandler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Handlers that succeed, fail for good, fail twice, and wait for the test. Each attempt leaves a file behind. */
@Configuration(proxyBeanMethods = false)
public class ClockHandlers {

    /** The system property that names the folder of all files below. */
    public static final String FOLDER = "durahook.test.folder";

    /** The folder with a file for each attempt. */
    public static final String ATTEMPTS = "attempts";

    /** The name of the file that exists as soon as {@link AskingWorkflow} has asked. */
    public static final String ASKED = "asked";

    /** The name of the file whose existence lets the worker answer {@link AskingWorkflow}. */
    public static final String ANSWER = "answer";

    /** The name of the file whose existence lets the waiting attempts end. */
    public static final String RELEASE = "release";

    @Bean
    EventHandler steady() {
        return new Recording("steady", "patient", attempt -> {});
    }

    @Bean
    EventHandler inline() {
        return new Recording("inline", "inline", attempt -> {});
    }

    @Bean
    EventHandler failing() {
        return new Recording("failing", "patient", attempt -> fail());
    }

    @Bean
    EventHandler recovering() {
        return new Recording("recovering", "patient", attempt -> {
            if (attempt.number() < 3) {
                fail();
            }
        });
    }

    @Bean
    EventHandler waiting() {
        return new Recording("waiting", "patient", attempt -> {
            while (Files.notExists(folder().resolve(RELEASE))) {
                TimeUnit.MILLISECONDS.sleep(20);
            }
        });
    }

    private static void fail() {
        throw new IllegalStateException("as the test wants it");
    }

    static Path folder() {
        return Path.of(System.getProperty(FOLDER));
    }

    /** Does what one attempt does. */
    private interface Work {
        void run(EventAttempt attempt) throws Exception;
    }

    private record Recording(String name, String policy, Work work) implements EventHandler {

        @Override
        public List<String> eventTypes() {
            return List.of("webhook." + name, "hub." + name, "pay." + name);
        }

        @Override
        public String handle(EventAttempt attempt) throws Exception {
            ClockHandlers.record(attempt.event().id());
            work.run(attempt);
            return "done";
        }
    }

    // An event's ID has no slash in these tests.
    static void record(String id) throws IOException {
        Path attempts = Files.createDirectories(folder().resolve(ATTEMPTS));
        Files.createTempFile(attempts, id + " ", "");
    }
}
