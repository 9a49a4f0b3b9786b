package dev.durahook.connection.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ServerAnswerCachesTest {

    private final List<String> told = new ArrayList<>();
    private final ServerAnswerCaches caches = new ServerAnswerCaches(List.of(new RecordedCache(told)));

    @Test
    void afterADoubtTheSameServerIsTrustedAgain() {
        caches.doubt();
        caches.settle(caches.doubts(), true);

        assertThat(told).containsExactly("doubt", "trust");
    }

    @Test
    void afterADoubtAnotherServerIsForgottenFirst() {
        caches.doubt();
        caches.settle(caches.doubts(), false);

        assertThat(told).containsExactly("doubt", "forget", "trust");
    }

    @Test
    void doubtThatAroseDuringTheQueryStays() {
        caches.doubt();
        long asked = caches.doubts();
        caches.doubt();
        caches.settle(asked, true);
        assertThat(told).containsExactly("doubt", "doubt");

        caches.settle(caches.doubts(), true);
        assertThat(told).containsExactly("doubt", "doubt", "trust");
    }

    @Test
    void memoryThatFailsDoesNotKeepTheOthersFromBeingTold() {
        ServerAnswerCache failing = new ServerAnswerCache() {
            @Override
            public void doubt() {
                throw new IllegalStateException();
            }

            @Override
            public void trust() {
                throw new IllegalStateException();
            }

            @Override
            public void forget() {
                throw new IllegalStateException();
            }
        };
        ServerAnswerCaches both = new ServerAnswerCaches(List.of(failing, new RecordedCache(told)));
        both.doubt();
        both.settle(both.doubts(), false);

        assertThat(told).containsExactly("doubt", "forget", "trust");
    }

    @Test
    void withoutADoubtAnAnswerChangesNothing() {
        caches.settle(caches.doubts(), false);

        assertThat(told).isEmpty();
    }
}
