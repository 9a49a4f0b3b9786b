package dev.durahook.standalone.temporal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class LocalAddressTest {

    @Test
    void portWithAListenerIsNotFree() throws IOException {
        try (ServerSocket taken = new ServerSocket(0)) {
            assertThat(LocalAddress.isFree(taken.getLocalPort())).isFalse();
        }
    }

    @Test
    void anyFreePortIsFree() {
        assertThat(LocalAddress.isFree(LocalAddress.anyFreePort())).isTrue();
    }
}
