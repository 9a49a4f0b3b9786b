package dev.durahook.testsupport.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import org.junit.jupiter.api.Test;

class JavaProcessTest {

    @Test
    void runsOnThisClassPathWithEnvironmentAndArguments() {
        try (JavaProcess process = start("waits")) {
            Matcher line = process.awaitLine("waits with (\\w+)");
            assertThat(line.group(1)).isEqualTo("honey");
        }
    }

    @Test
    void terminationRunsShutdownHooks() {
        try (JavaProcess process = start("waits")) {
            process.awaitLine("waits with");
            process.terminate();
            process.awaitEnd();
            assertThat(process.output()).contains("good bye");
        }
    }

    @Test
    void killingRunsNothing() {
        try (JavaProcess process = start("waits")) {
            process.awaitLine("waits with");
            process.kill();
            assertThat(process.isAlive()).isFalse();
            assertThat(process.output()).doesNotContain("good bye");
        }
    }

    @Test
    void waitingForALineOfAnEndedProcessShowsWhatItPrinted() {
        try (JavaProcess process = start("ends")) {
            assertThatThrownBy(() -> process.awaitLine("never"))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("ended with 3")
                    .hasMessageContaining("ends with honey");
        }
    }

    private static JavaProcess start(String argument) {
        return JavaProcess.of(Child.class)
                .environment("TASTE", "honey")
                .arguments(argument)
                .start();
    }

    static final class Child {

        public static void main(String[] arguments) throws InterruptedException {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> System.out.println("good bye")));
            System.out.println(arguments[0] + " with " + System.getenv("TASTE"));
            if (arguments[0].equals("ends")) {
                System.exit(3);
            }
            TimeUnit.MINUTES.sleep(5);
        }
    }
}
