package dev.durahook.loadsupport.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.temporal.serviceclient.GrpcCompression;
import org.junit.jupiter.api.Test;

class ServerClientTest {

    @Test
    void variableNamesTheCompression() {
        assertThat(ServerClient.compression("none")).hasValue(GrpcCompression.NONE);
        assertThat(ServerClient.compression("gzip")).hasValue(GrpcCompression.GZIP);
    }

    @Test
    void emptyVariableCountsAsNotSet() {
        assertThat(ServerClient.compression("")).isEmpty();
        assertThat(ServerClient.compression(null)).isEmpty();
    }
}
