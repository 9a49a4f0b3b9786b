package dev.durahook.receiver.keys.https;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.testsupport.process.JavaProcess;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * While the DNS does not answer, look-ups of names go on after their fetches have ended. They hold few threads, and no
 * thread of another source.
 */
class HangingNamesTest {

    private static final int FETCHES = HttpsFetch.MOST_THREADS + HttpsFetch.MOST_WAITING + 20;

    @TempDir
    Path folder;

    @Test
    void lookUpsHoldABoundedNumberOfThreadsOfOneSource() throws Exception {
        Path names = folder.resolve("names");
        assertThat(new ProcessBuilder("mkfifo", names.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor())
                .isZero();
        // Java reads the addresses from this file. The file can't be opened until another process writes to it.
        try (JavaProcess fetches = JavaProcess.of(Fetches.class)
                .option("-Djdk.net.hosts.file=" + names)
                .start()) {
            Matcher ends = fetches.awaitLine("threads held: (\\d+), then: (.*), at another source: (.*)");
            assertThat(Integer.parseInt(ends.group(1))).isBetween(1, HttpsFetch.MOST_THREADS);
            assertThat(ends.group(2)).contains("perhaps the DNS does not answer");
            assertThat(ends.group(3)).contains("ConnectException");
        }
    }

    /** A process that fetches keys from many hosts. */
    static final class Fetches {

        private Fetches() {}

        public static void main(String[] arguments) throws Exception {
            ExternalKeys keys = ExternalKeys.ofInternet();
            Fetch fetch = keys.forSource().fetch();
            ExecutorService senders = Executors.newFixedThreadPool(FETCHES);
            List<Future<String>> ends = new ArrayList<>();
            for (int i = 0; i < FETCHES; i++) {
                URI address = URI.create("https://host-" + i + ".example/key");
                ends.add(senders.submit(() -> end(fetch, address)));
            }
            for (Future<String> each : ends) {
                each.get();
            }
            String then = end(fetch, URI.create("https://one-more.example/key"));
            // Nothing listens there, and an address needs no look-up.
            String elsewhere = end(keys.forSource().fetch(), URI.create("https://127.0.0.1:1/key"));
            System.out.println("threads held: " + held() + ", then: " + then + ", at another source: " + elsewhere);
            Runtime.getRuntime().halt(0);
        }

        private static String end(Fetch fetch, URI address) {
            try {
                fetch.of(address, null);
                return "an answer";
            } catch (IOException e) {
                return e.getMessage();
            }
        }

        private static long held() {
            return Thread.getAllStackTraces().values().stream()
                    .filter(trace -> Stream.of(trace)
                            .anyMatch(frame -> frame.getClassName().startsWith(InetAddress.class.getName())))
                    .count();
        }
    }
}
