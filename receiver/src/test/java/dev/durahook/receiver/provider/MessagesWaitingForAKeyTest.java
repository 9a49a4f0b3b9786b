package dev.durahook.receiver.provider;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.receiver.delivery.Delivery;
import dev.durahook.receiver.delivery.Headers;
import dev.durahook.receiver.keys.https.ExternalKeys;
import dev.durahook.receiver.secret.Secret;
import dev.durahook.receiver.verification.Check;
import dev.durahook.receiver.verification.Freshness;
import dev.durahook.receiver.verification.NotVerifiedException;
import dev.durahook.receiver.verifier.VerifierInputs;
import dev.durahook.testsupport.process.JavaProcess;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * A message of Amazon SNS is parsed before its certificate is fetched. While it waits for the certificate, the parsed
 * message, which takes many times the body's size, must not stay in memory.
 */
class MessagesWaitingForAKeyTest {

    private static final int BODY = 190_000;

    @Test
    void parsedMessageIsNotHeld() {
        // An interpreted method holds a value until the method ends, and each method of a new process is interpreted.
        // Only methods of this project could hold a message, so others may be compiled.
        try (JavaProcess process = JavaProcess.of(WaitingMessages.class)
                .option("-XX:CompileCommand=quiet")
                .option("-XX:CompileCommand=exclude,dev.durahook.*::*")
                .start()) {
            long bytesForEach = Long.parseLong(
                    process.awaitLine("bytes for each message: (-?\\d+)").group(1));

            // The parser keeps buffers, and the signed content is a copy. The parsed message takes fifteen times the
            // body's size.
            assertThat(bytesForEach).isLessThan(5 * BODY);
        }
    }

    /** Prints how much memory a message takes, beside its body, while it waits for its certificate. */
    static final class WaitingMessages {

        // As many as are fetched at the same time.
        private static final int MESSAGES = 4;

        private WaitingMessages() {}

        public static void main(String[] arguments) throws InterruptedException {
            CountDownLatch fetching = new CountDownLatch(MESSAGES);
            CountDownLatch measured = new CountDownLatch(1);
            Check check = check(fetching, measured);
            List<Delivery> deliveries = IntStream.range(0, MESSAGES)
                    .mapToObj(WaitingMessages::delivery)
                    .toList();
            long before = used();
            deliveries.forEach(delivery -> new Thread(() -> verify(check, delivery)).start());
            fetching.await();
            System.out.println("bytes for each message: " + (used() - before) / MESSAGES);
            measured.countDown();
        }

        private static Check check(CountDownLatch fetching, CountDownLatch measured) {
            ExternalKeys keys = new ExternalKeys(
                    (address, json) -> {
                        fetching.countDown();
                        await(measured);
                        throw new IOException("no answer");
                    },
                    (chain, time) -> {});
            Secret topic = new Secret(KeyProviders.TOPIC.getBytes(StandardCharsets.UTF_8));
            return ProviderVerifier.AWS_SNS.check(new VerifierInputs(
                    () -> List.of(topic), new Freshness(Duration.ofHours(1), InstantSource.system()), keys));
        }

        // Of as many fields as a body of this size may have. The topic is no secret.
        private static Delivery delivery(int certificate) {
            StringBuilder body =
                    new StringBuilder("{'Type':'Notification','MessageId':'a','Message':'m','Signature':'AAAA',"
                            + "'SignatureVersion':'2','TopicArn':'" + KeyProviders.TOPIC + "','Timestamp':'"
                            + InstantSource.system().instant()
                            + "','SigningCertURL':'https://sns.eu-central-1.amazonaws.com/SimpleNotificationService-"
                            + certificate + ".pem'");
            for (int field = 0; body.length() < BODY; field++) {
                String name = Integer.toString(field, 36);
                body.append(",'")
                        .append(name)
                        .append("':'")
                        .append("b".repeat(6 - name.length()))
                        .append('\'');
            }
            byte[] json = body.append('}').toString().replace('\'', '"').getBytes(StandardCharsets.UTF_8);
            return new Delivery("https://hooks.example.com/webhooks/sns", Headers.of(Map.of()), json);
        }

        private static void verify(Check check, Delivery delivery) {
            try {
                check.verified(delivery);
            } catch (NotVerifiedException expected) {
                // The certificate could not be fetched.
            }
        }

        private static long used() {
            System.gc();
            return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        }

        private static void await(CountDownLatch latch) {
            try {
                latch.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
