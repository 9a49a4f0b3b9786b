package dev.durahook.receiver.keys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.testsupport.Await;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class KeyCacheTest {

    private final KeyCache<String, String> keys = new KeyCache<>(Duration.ofHours(1), key -> true, () -> 0);

    @Test
    void strangersPushNoProvenKeyOut() {
        keys.prove("proven", keys.add("proven", "key"));
        for (int i = 0; i < 100 * KeyCache.MAX; i++) {
            keys.add("made up " + i, "key of long ago");
        }
        assertThat(keys.of("proven"))
                .hasValueSatisfying(known -> assertThat(known.key()).isEqualTo("key"));
    }

    @Test
    void namesFromStrangersAreBounded() {
        int many = 100 * KeyCache.MAX;
        for (int i = 0; i < many; i++) {
            keys.add("made up " + i, "key of long ago");
        }
        Await.until("entries over the limit are removed", () -> kept(many) <= KeyCache.MAX);
    }

    @Test
    void aKeyThatWasFetchedAgainStaysProven() {
        keys.prove("a", keys.add("a", "first"));
        keys.add("a", "second");
        assertThat(keys.isProven("a")).isTrue();
        assertThat(keys.of("a").orElseThrow().key()).isEqualTo("second");
    }

    @Test
    void aKeyThatVerifiedNothingIsNotProven() {
        keys.add("a", "key");
        assertThat(keys.isProven("a")).isFalse();
    }

    private long kept(int many) {
        long kept = 0;
        for (int i = 0; i < many; i++) {
            kept += keys.of("made up " + i).isPresent() ? 1 : 0;
        }
        return kept;
    }
}
