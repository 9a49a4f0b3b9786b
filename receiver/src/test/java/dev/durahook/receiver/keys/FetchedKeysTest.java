package dev.durahook.receiver.keys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.receiver.keys.https.KeyWaits;
import dev.durahook.receiver.keys.https.NoSuchKeyException;
import dev.durahook.receiver.keys.https.RefusedCredentialException;
import dev.durahook.receiver.verification.NotVerifiedException;
import dev.durahook.receiver.verification.Obstacle;
import dev.durahook.receiver.verification.Rejection;
import dev.durahook.receiver.verification.Verdict;
import dev.durahook.receiver.verification.Verdict.Rejected;
import dev.durahook.receiver.verification.Verdict.Undecided;
import dev.durahook.receiver.verification.Verdict.Verified;
import dev.durahook.receiver.verification.Verification;
import dev.durahook.testsupport.Await;
import dev.durahook.testsupport.WaitingCalls;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FetchedKeysTest {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Rejected FORGED = new Rejected(Rejection.SIGNATURE_MISMATCH, "forged");

    private final AtomicInteger fetches = new AtomicInteger();
    private final AtomicLong time = new AtomicLong();
    private final ExecutorService threads = Executors.newCachedThreadPool();

    /** The provider's behaviour: it answers with a key, unless a test changes that. */
    private volatile KeyLoader<String, String> provider = name -> "key " + name;

    private final KeyWaits waits = KeyWaits.usual();
    private final FetchedKeys<String, String> keys = new FetchedKeys<>(
            name -> {
                fetches.incrementAndGet();
                return provider.load(name);
            },
            HOUR,
            waits,
            time::get);

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void allWaitingCallersShareOneFetch() throws Exception {
        CountDownLatch answer = new CountDownLatch(1);
        provider = name -> answered(answer, name);
        WaitingCalls<Verdict> waiting = WaitingCalls.of(Collections.nCopies(20, () -> genuine("a")));
        waiting.await();
        answer.countDown();
        assertThat(waiting.results()).hasSize(20).allMatch(Verified.class::isInstance);
        assertThat(fetches).hasValue(1);
    }

    @Test
    void waitersForOneFetchAreBounded() throws Exception {
        CountDownLatch answer = new CountDownLatch(1);
        provider = name -> answered(answer, name);
        List<Future<Verdict>> asking = new ArrayList<>();
        for (int i = 0; i < waits.ofSource() + 2; i++) {
            asking.add(threads.submit(() -> genuine("a")));
        }
        awaitDone(asking, 1);
        answer.countDown();
        List<Verdict> verdicts = new ArrayList<>();
        for (Future<Verdict> one : asking) {
            verdicts.add(one.get(Await.PATIENCE.toSeconds(), TimeUnit.SECONDS));
        }
        assertThat(verdicts.stream().filter(Undecided.class::isInstance))
                .extracting(verdict -> ((Undecided) verdict).obstacle())
                .containsExactly(Obstacle.KEY_CROWDED_OUT);
    }

    // Each source has a limit of its own, and three of them would be more than the server has threads.
    @Test
    void waitersOfAllSourcesTogetherAreBounded() throws Exception {
        CountDownLatch answer = new CountDownLatch(1);
        List<Future<Verdict>> asking = crowds(3, answer);
        answer.countDown();
        for (Future<Verdict> one : asking) {
            assertThat(one.get(Await.PATIENCE.toSeconds(), TimeUnit.SECONDS))
                    .isInstanceOfAny(Verified.class, Undecided.class);
        }
    }

    @Test
    void strangersAtOtherSourcesDoNotKeepAKeyFromBeingFetched() throws Exception {
        CountDownLatch answer = new CountDownLatch(1);
        List<Future<Verdict>> strangers = crowds(2, answer);
        assertThat(genuine("a")).isInstanceOf(Verified.class);
        answer.countDown();
        for (Future<Verdict> stranger : strangers) {
            stranger.get(Await.PATIENCE.toSeconds(), TimeUnit.SECONDS);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 40, 80, 200})
    void strangersAtOneSourceLeaveThreads(int threadsOfServer) throws Exception {
        CountDownLatch answer = new CountDownLatch(1);
        KeyWaits few = KeyWaits.amongThreads(threadsOfServer);
        FetchedKeys<String, Integer> ofSource =
                new FetchedKeys<>(name -> answered(answer, name).length(), HOUR, few);
        List<Future<Verdict>> strangers = new ArrayList<>();
        for (int name = 0; name < threadsOfServer; name++) {
            String crowded = name % 2 == 0 ? "crowded" : "crowded too";
            strangers.add(threads.submit(() -> verdict(ofSource, crowded)));
        }
        awaitDone(strangers, threadsOfServer / 4);
        answer.countDown();
        for (Future<Verdict> stranger : strangers) {
            stranger.get(Await.PATIENCE.toSeconds(), TimeUnit.SECONDS);
        }
    }

    /** As many deliveries to each of some other sources as may wait there, of which too many wait for all sources. */
    private List<Future<Verdict>> crowds(int sources, CountDownLatch answer) throws InterruptedException {
        List<Future<Verdict>> asking = new ArrayList<>();
        for (int source = 0; source < sources; source++) {
            FetchedKeys<String, Integer> ofSource =
                    new FetchedKeys<>(name -> answered(answer, name).length(), HOUR, waits);
            for (int i = 0; i < waits.ofSource(); i++) {
                asking.add(threads.submit(() -> verdict(ofSource, "a")));
            }
        }
        // The delivery of each source that fetches the key is never refused because of the others.
        awaitDone(asking, asking.size() - waits.ofAll() - (sources - 1));
        return asking;
    }

    @Test
    void aKeyIsUsedForItsTimeAndNotLonger() {
        forged("a");
        pass(HOUR.minusNanos(1));
        forged("a");
        assertThat(fetches).hasValue(1);
        pass(Duration.ofNanos(1));
        forged("a");
        assertThat(fetches).hasValue(2);
    }

    @Test
    void aKeyThatIsNoLongerCurrentIsFetchedAgain() {
        AtomicInteger credential = new AtomicInteger(1);
        FetchedKeys<String, Integer> bound = new FetchedKeys<>(
                new KeyLoader<>() {
                    @Override
                    public Integer load(String name) {
                        fetches.incrementAndGet();
                        return credential.get();
                    }

                    @Override
                    public boolean isCurrent(Integer key) {
                        return key == credential.get();
                    }
                },
                HOUR,
                waits);
        assertThat(verdict(bound, "a")).isEqualTo(new Verified(1));
        assertThat(verdict(bound, "a")).isEqualTo(new Verified(1));
        credential.set(2);
        assertThat(verdict(bound, "a")).isEqualTo(new Verified(2));
        assertThat(fetches).hasValue(2);
    }

    @Test
    void aKeyThatVerifiesIsFetchedAgainWhenHalfOfItsTimeIsOver() {
        genuine("a");
        pass(HOUR.dividedBy(2).minusNanos(1));
        genuine("a");
        assertThat(fetches).hasValue(1);
        pass(Duration.ofNanos(1));
        genuine("a");
        genuine("a");
        assertThat(fetches).hasValue(2);
    }

    @Test
    void othersGoOnWithTheKeyWhileItIsFetchedAgain() throws Exception {
        genuine("a");
        pass(HOUR.dividedBy(2));
        CountDownLatch answer = new CountDownLatch(1);
        provider = name -> answered(answer, name);
        Future<Verdict> first = threads.submit(() -> genuine("a"));
        awaitFetches(2);
        assertThat(genuine("a")).isInstanceOf(Verified.class);
        answer.countDown();
        assertThat(first.get(Await.PATIENCE.toSeconds(), TimeUnit.SECONDS)).isInstanceOf(Verified.class);
    }

    @Test
    void aKeyThatVerifiesStaysWhileItCanNotBeFetchedAgain() {
        genuine("a");
        provider = name -> {
            throw new IOException("no route");
        };
        pass(HOUR.dividedBy(2));
        assertThat(genuine("a")).isInstanceOf(Verified.class);
        assertThat(genuine("a")).isInstanceOf(Verified.class);
        assertThat(fetches).as("tried once a minute").hasValue(2);
        pass(Fetches.PAUSE);
        assertThat(genuine("a")).isInstanceOf(Verified.class);
        assertThat(fetches).hasValue(3);
        pass(HOUR.dividedBy(2));
        assertThat(genuine("a")).as("too old").isInstanceOf(Undecided.class);
    }

    @Test
    void aKeyThatDoesNotExistIsRememberedForAMinute() {
        provider = name -> {
            throw new NoSuchKeyException("the provider has no such key");
        };
        Rejected unknown = new Rejected(Rejection.KEY_UNKNOWN, "the provider has no such key");
        assertThat(genuine("a")).isEqualTo(unknown);
        pass(FailedFetches.ABSENT.minusNanos(1));
        assertThat(genuine("a")).isEqualTo(unknown);
        assertThat(fetches).hasValue(1);
        provider = name -> "key, published late";
        pass(Duration.ofNanos(2));
        assertThat(genuine("a")).isInstanceOf(Verified.class);
    }

    @Test
    void networkFailureIsRememberedForASecond() {
        provider = name -> {
            throw new IOException("no route");
        };
        Undecided undecided = new Undecided(Obstacle.KEY_UNAVAILABLE, "the key could not be fetched: no route");
        assertThat(genuine("a")).isEqualTo(undecided);
        assertThat(genuine("a")).isEqualTo(undecided);
        assertThat(fetches).hasValue(1);
        provider = name -> "key";
        pass(FailedFetches.UNKNOWN.plusNanos(1));
        assertThat(genuine("a")).isInstanceOf(Verified.class);
    }

    @Test
    void refusedCredentialIsNotTheFaultOfTheSender() {
        provider = name -> {
            throw new RefusedCredentialException("declare another one");
        };
        assertThat(genuine("a")).isEqualTo(new Undecided(Obstacle.CREDENTIAL_REFUSED, "declare another one"));
    }

    @Test
    void theProvidersNextKeyIsFetchedWhileStrangersTakeAllTurns() throws Exception {
        genuine("a");
        CountDownLatch answer = new CountDownLatch(1);
        provider = name -> name.equals("a") ? "key a" : answered(answer, name);
        pass(HOUR);
        List<Future<Verdict>> strangers = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            String name = "made up " + i;
            strangers.add(threads.submit(() -> forged(name)));
        }
        awaitFetches(1 + FetchQueue.AT_A_TIME);
        assertThat(genuine("a")).isInstanceOf(Verified.class);
        answer.countDown();
        for (Future<Verdict> stranger : strangers) {
            assertThat(stranger.get(Await.PATIENCE.toSeconds(), TimeUnit.SECONDS))
                    .isNotInstanceOf(Verified.class);
        }
    }

    private Verdict genuine(String name) {
        return Verification.of(delivery -> keys.verify(name, key -> 0)).verify(null);
    }

    private Verdict forged(String name) {
        Verification refusing = Verification.of(delivery -> keys.verify(name, key -> {
            throw new NotVerifiedException(FORGED.reason(), FORGED.detail());
        }));
        return refusing.verify(null);
    }

    private static Verdict verdict(FetchedKeys<String, Integer> keys, String name) {
        return Verification.of(delivery -> keys.verify(name, key -> key)).verify(null);
    }

    private void pass(Duration duration) {
        time.addAndGet(duration.toNanos());
    }

    private void awaitFetches(int number) {
        Await.until(number + " fetches", () -> fetches.get() >= number);
    }

    private static void awaitDone(List<Future<Verdict>> asking, int number) {
        Await.until(
                number + " answers",
                () -> asking.stream().filter(Future::isDone).count() >= number);
    }

    private static String answered(CountDownLatch answer, String name) throws IOException {
        try {
            answer.await();
            return "key " + name;
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }
}
