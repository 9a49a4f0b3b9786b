package dev.durahook.connection.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.connection.TestEnvironment;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemporalProfileLoaderTest {

    @Test
    void variableWithTheNameOfTheGroupSetsNoKey() {
        assertThat(TemporalProfileLoader.load(TestEnvironment.with(Map.of("DURAHOOK_TEMPORAL", "1")))
                        .address())
                .isNull();
    }

    @Test
    void nothingIsSetByDefault() {
        assertThat(load(Map.of())).isEqualTo(new TemporalProfile(null, null, null, Map.of(), null));
    }

    @Test
    void addressNamespaceAndApiKeyAreRead() {
        TemporalProfile profile = load(Map.of(
                "TEMPORAL_ADDRESS", "temporal.example:7233",
                "TEMPORAL_NAMESPACE", "shop",
                "TEMPORAL_API_KEY", "a-key"));
        assertThat(profile.address()).isEqualTo("temporal.example:7233");
        assertThat(profile.namespace()).isEqualTo("shop");
        assertThat(profile.apiKey().current()).isEqualTo("a-key");
    }

    @Test
    void everyTlsVariableIsRead() {
        TemporalProfile profile = load(Map.of(
                "TEMPORAL_TLS", "true",
                "TEMPORAL_TLS_CLIENT_CERT_PATH", "client.pem",
                "TEMPORAL_TLS_CLIENT_KEY_PATH", "client.key",
                "TEMPORAL_TLS_SERVER_CA_CERT_PATH", "ca.pem",
                "TEMPORAL_TLS_SERVER_NAME", "frontend",
                "TEMPORAL_TLS_DISABLE_HOST_VERIFICATION", "true"));
        assertThat(profile.tls().isDisabled()).isFalse();
        assertThat(profile.tls().getClientCertPath()).isEqualTo("client.pem");
        assertThat(profile.tls().getClientKeyPath()).isEqualTo("client.key");
        assertThat(profile.tls().getServerCACertPath()).isEqualTo("ca.pem");
        assertThat(profile.tls().getServerName()).isEqualTo("frontend");
        assertThat(profile.tls().isDisableHostVerification()).isTrue();
    }

    @Test
    void pemsAreReadFromVariables() {
        TemporalProfile profile = load(Map.of(
                "TEMPORAL_TLS_CLIENT_CERT_DATA", "a certificate",
                "TEMPORAL_TLS_CLIENT_KEY_DATA", "a key",
                "TEMPORAL_TLS_SERVER_CA_CERT_DATA", "an authority"));
        assertThat(text(profile.tls().getClientCertData())).isEqualTo("a certificate");
        assertThat(text(profile.tls().getClientKeyData())).isEqualTo("a key");
        assertThat(text(profile.tls().getServerCACertData())).isEqualTo("an authority");
    }

    @Test
    void headersAreReadFromVariables() {
        TemporalProfile profile = load(Map.of("TEMPORAL_GRPC_META_X_TENANT", "blue"));
        assertThat(profile.metadata()).isEqualTo(Map.of("x-tenant", "blue"));
    }

    @ParameterizedTest
    @CsvSource({"true,true", "TRUE,true", "1,true", "false,false", "False,false", "0,false"})
    void tlsIsSwitchedAsTheCliDoes(String value, boolean enabled) {
        assertThat(load(Map.of("TEMPORAL_TLS", value)).usesTls()).isEqualTo(enabled);
    }

    @Test
    void tlsIsOffByDefault() {
        assertThat(load(Map.of()).usesTls()).isFalse();
    }

    @Test
    void apiKeyImpliesTls() {
        assertThat(load(Map.of("TEMPORAL_API_KEY", "a-key")).usesTls()).isTrue();
    }

    @Test
    void apiKeyIsSentWithoutTlsOnlyIfTheConfigurationSaysSo() {
        assertThat(load(Map.of("TEMPORAL_API_KEY", "a-key", "TEMPORAL_TLS", "false"))
                        .usesTls())
                .isFalse();
    }

    @Test
    void tlsDetailImpliesTls() {
        assertThat(load(Map.of("TEMPORAL_TLS_SERVER_NAME", "frontend")).usesTls())
                .isTrue();
    }

    @Test
    void emptyVariableCountsAsNotSet() {
        Map<String, String> empty = Map.of(
                "TEMPORAL_ADDRESS", "",
                "TEMPORAL_NAMESPACE", "",
                "TEMPORAL_API_KEY", "",
                "TEMPORAL_TLS", "",
                "TEMPORAL_TLS_SERVER_NAME", "",
                "TEMPORAL_CONFIG_FILE", "",
                "TEMPORAL_PROFILE", "");
        assertThat(load(empty)).isEqualTo(load(Map.of()));
    }

    @Test
    void otherVariablesAreIgnored() {
        assertThat(load(Map.of("TEMPORAL_PORT", "tcp://10.0.0.1:7233", "PATH", "/bin")))
                .isEqualTo(load(Map.of()));
    }

    @Test
    void profileDoesNotPrintSecrets() {
        TemporalProfile profile = load(Map.of(
                "TEMPORAL_API_KEY", "s3cret",
                "TEMPORAL_GRPC_META_AUTHORIZATION", "s3cret",
                "TEMPORAL_TLS_CLIENT_KEY_DATA", "s3cret"));
        assertThat(profile.toString()).doesNotContain("s3cret", "115, 51, 99");
    }

    private static TemporalProfile load(Map<String, String> variables) {
        return TemporalProfileLoader.load(TestEnvironment.with(variables));
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
