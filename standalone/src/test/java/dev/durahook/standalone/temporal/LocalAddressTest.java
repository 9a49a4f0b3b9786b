package dev.durahook.standalone.temporal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.testsupport.Await;
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
        // Another process may take the port before the check.
        Await.until("a port is free", () -> LocalAddress.isFree(LocalAddress.anyFreePort()));
    }
}
