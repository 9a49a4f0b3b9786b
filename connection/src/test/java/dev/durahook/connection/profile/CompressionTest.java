package dev.durahook.connection.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.durahook.connection.TestEnvironment;
import io.temporal.serviceclient.GrpcCompression;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompressionTest {

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1:7233, NONE",
        "127.1.2.3:7233, NONE",
        "localhost:7233, NONE",
        "LOCALHOST:7233, NONE",
        "[::1]:7233, NONE",
        "dns:///localhost:7233, NONE",
        "temporal.example:7233, GZIP",
        "localhost.example:7233, GZIP",
        "10.0.0.1:7233, GZIP",
        "[::2]:7233, GZIP",
        "dns:///temporal.example:7233, GZIP"
    })
    void messagesToOtherMachinesAreCompressed(String target, GrpcCompression compression) {
        assertThat(chosen(new CompressionCustomizer(null, target))).isEqualTo(compression);
    }

    @ParameterizedTest
    @CsvSource({"gzip, GZIP", "none, NONE", "NONE, NONE"})
    void configurationDecides(String value, GrpcCompression compression) {
        ConnectionKeys keys =
                ConnectionKeys.of(TestEnvironment.with(Map.of("DURAHOOK_TEMPORAL_GRPC_COMPRESSION", value)));

        assertThat(keys.apiKeyFile()).isNull();
        assertThat(chosen(new CompressionCustomizer(keys.grpcCompression(), "127.0.0.1:7233")))
                .isEqualTo(compression);
        assertThat(chosen(new CompressionCustomizer(keys.grpcCompression(), "temporal.example:7233")))
                .isEqualTo(compression);
    }

    @Test
    void emptyVariableDecidesNothing() {
        assertThat(ConnectionKeys.of(TestEnvironment.with(Map.of("DURAHOOK_TEMPORAL_GRPC_COMPRESSION", "")))
                        .grpcCompression())
                .isNull();
    }

    @Test
    void unknownCompressionStopsTheStart() {
        assertThatThrownBy(() ->
                        ConnectionKeys.of(TestEnvironment.with(Map.of("DURAHOOK_TEMPORAL_GRPC_COMPRESSION", "zip"))))
                .hasMessageContaining("durahook.temporal.grpc-compression")
                .hasMessageContaining("use gzip or none");
    }

    private static GrpcCompression chosen(CompressionCustomizer customizer) {
        return customizer
                .customize(WorkflowServiceStubsOptions.newBuilder())
                .build()
                .getGrpcCompression();
    }
}
