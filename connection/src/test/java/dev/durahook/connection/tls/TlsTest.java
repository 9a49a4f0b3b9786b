package dev.durahook.connection.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.durahook.connection.TestApplication;
import dev.durahook.connection.TestCertificates;
import dev.durahook.testsupport.frontend.FakeFrontend;
import io.grpc.Metadata;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.shaded.io.grpc.netty.GrpcSslContexts;
import io.grpc.netty.shaded.io.netty.handler.ssl.ClientAuth;
import io.grpc.netty.shaded.io.netty.handler.ssl.SslContextBuilder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

/** Connections to a real TLS server whose certificate has another name than its address. */
@ExtendWith(OutputCaptureExtension.class)
class TlsTest {

    private static final Metadata.Key<String> AUTHORIZATION =
            Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);

    @TempDir
    static Path folder;

    private static TestCertificates certificates;
    /** The calls of this test only: calls of an application that an earlier test has started don't reach this list. */
    private FakeFrontend server;

    private FakeFrontend mutual;

    @BeforeAll
    static void certify() throws Exception {
        certificates = TestCertificates.in(folder);
    }

    @BeforeEach
    void start() throws Exception {
        server = FakeFrontend.start(serverTls().build());
        mutual = FakeFrontend.start(serverTls()
                .trustManager(certificates.ca().toFile())
                .clientAuth(ClientAuth.REQUIRE)
                .build());
    }

    @AfterEach
    void stop() {
        server.close();
        mutual.close();
    }

    @Test
    void serverIsTrustedByItsAuthorityAlone() {
        assertConnects(server, Map.of());
    }

    @Test
    void authorityMayBeGivenAsText() throws IOException {
        Map<String, String> variables = variables(server);
        variables.remove("TEMPORAL_TLS_SERVER_CA_CERT_PATH");
        variables.put("TEMPORAL_TLS_SERVER_CA_CERT_DATA", Files.readString(certificates.ca()));
        connect(variables);
    }

    @Test
    void serverOfAnotherAuthorityIsNotTrusted() {
        assertRefuses(
                server,
                Map.of(
                        "TEMPORAL_TLS_SERVER_CA_CERT_PATH",
                        certificates.certificate("stranger").toString()));
    }

    @Test
    void serverOfAnotherNameIsNotTrusted() {
        assertRefuses(server, Map.of("TEMPORAL_TLS_SERVER_NAME", "another.test"));
    }

    @Test
    void disabledHostVerificationTrustsEveryServer() {
        Map<String, String> variables = variables(server);
        variables.remove("TEMPORAL_TLS_SERVER_CA_CERT_PATH");
        variables.remove("TEMPORAL_TLS_SERVER_NAME");
        variables.put("TEMPORAL_TLS_DISABLE_HOST_VERIFICATION", "true");
        connect(variables);
    }

    @Test
    void disabledHostVerificationOfAProfileIsNamedInTheWarning(CapturedOutput output) throws IOException {
        Path file = Files.writeString(folder.resolve("temporal.toml"), """
                [profile.default]
                address = "%s"
                [profile.default.tls]
                disable_host_verification = true
                """.formatted(server.target()));
        connect(Map.of("TEMPORAL_CONFIG_FILE", file.toString()));
        assertThat(output)
                .contains(
                        "or of the profile in the configuration file: an attacker on the network can pose as Temporal");
    }

    @Test
    void disabledHostVerificationWinsOverAnAuthorityAsInTheCli() {
        assertConnects(
                server,
                Map.of(
                        "TEMPORAL_TLS_SERVER_CA_CERT_PATH",
                        certificates.certificate("stranger").toString(),
                        "TEMPORAL_TLS_SERVER_NAME",
                        "another.test",
                        "TEMPORAL_TLS_DISABLE_HOST_VERIFICATION",
                        "1"));
    }

    @Test
    void clientShowsItsCertificate() {
        assertConnects(
                mutual,
                Map.of(
                        "TEMPORAL_TLS_CLIENT_CERT_PATH",
                        certificates.certificate("client").toString(),
                        "TEMPORAL_TLS_CLIENT_KEY_PATH",
                        certificates.key("client").toString()));
    }

    @Test
    void clientCertificateMayBeGivenAsText() throws IOException {
        assertConnects(
                mutual,
                Map.of(
                        "TEMPORAL_TLS_CLIENT_CERT_DATA",
                        Files.readString(certificates.certificate("client")),
                        "TEMPORAL_TLS_CLIENT_KEY_DATA",
                        Files.readString(certificates.key("client"))));
    }

    @Test
    void certificateAndKeyMayBeInOneFile() throws IOException {
        Path both = Files.writeString(
                folder.resolve("both.pem"),
                Files.readString(certificates.key("client")) + Files.readString(certificates.certificate("client")));
        assertConnects(
                mutual,
                Map.of(
                        "TEMPORAL_TLS_CLIENT_CERT_PATH", both.toString(),
                        "TEMPORAL_TLS_CLIENT_KEY_PATH", both.toString()));
    }

    @Test
    void filesMayBeWrittenByAWindowsEditor() throws IOException {
        Path certificate = Files.writeString(
                folder.resolve("mark.pem"), "\uFEFF" + Files.readString(certificates.certificate("client")));
        Path key = Files.write(
                folder.resolve("utf-16.pem"),
                ("\uFEFF" + Files.readString(certificates.key("client"))).getBytes(StandardCharsets.UTF_16LE));
        assertConnects(
                mutual,
                Map.of(
                        "TEMPORAL_TLS_CLIENT_CERT_PATH", certificate.toString(),
                        "TEMPORAL_TLS_CLIENT_KEY_PATH", key.toString()));
    }

    @Test
    void serverThatDemandsACertificateRefusesAClientWithoutOne() {
        assertRefuses(mutual, Map.of());
    }

    @Test
    void apiKeyIsSentAsABearerOverTls() {
        assertConnects(server, Map.of("TEMPORAL_API_KEY", "the-key"));
        assertThat(server.headers())
                .last()
                .satisfies(headers -> assertThat(headers.get(AUTHORIZATION)).isEqualTo("Bearer the-key"));
    }

    @Test
    void apiKeyIsNotSentWithoutTls() {
        try (FakeFrontend clear = FakeFrontend.start()) {
            assertThatThrownBy(() -> connect(Map.of("TEMPORAL_ADDRESS", clear.target(), "TEMPORAL_API_KEY", "the-key")))
                    .isInstanceOf(StatusRuntimeException.class);
            assertThat(clear.headers()).isEmpty();
        }
    }

    private static SslContextBuilder serverTls() {
        return GrpcSslContexts.forServer(
                certificates.certificate("server").toFile(),
                certificates.key("server").toFile());
    }

    private static void assertConnects(FakeFrontend frontend, Map<String, String> more) {
        int before = frontend.headers().size();
        Map<String, String> variables = variables(frontend);
        variables.putAll(more);
        connect(variables);
        assertThat(frontend.headers()).hasSizeGreaterThan(before);
    }

    private static void assertRefuses(FakeFrontend frontend, Map<String, String> more) {
        int before = frontend.headers().size();
        Map<String, String> variables = variables(frontend);
        variables.putAll(more);
        assertThatThrownBy(() -> connect(variables))
                .isInstanceOf(StatusRuntimeException.class)
                .hasMessageContaining("UNAVAILABLE");
        assertThat(frontend.headers()).hasSize(before);
    }

    private static Map<String, String> variables(FakeFrontend frontend) {
        return new HashMap<>(Map.of(
                "TEMPORAL_ADDRESS", frontend.target(),
                "TEMPORAL_TLS_SERVER_CA_CERT_PATH", certificates.ca().toString(),
                "TEMPORAL_TLS_SERVER_NAME", TestCertificates.SERVER_NAME));
    }

    private static void connect(Map<String, String> variables) {
        try (ConfigurableApplicationContext application = TestApplication.start(variables)) {
            TestApplication.call(application);
        }
    }
}
