package dev.durahook.connection.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.durahook.connection.TestApplication;
import dev.durahook.connection.TestCertificates;
import dev.durahook.connection.configuration.InvalidConfigurationException;
import dev.durahook.testsupport.process.JavaProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.NestedExceptionUtils;

/** A bad value stops the start, names its key and the remedy, and is never quoted. */
class InvalidConnectionTest {

    private static final String TARGET = "spring.temporal.connection.target";

    @TempDir
    static Path folder;

    private static TestCertificates certificates;

    @BeforeAll
    static void generate() throws Exception {
        certificates = TestCertificates.in(folder);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "local",
                "LOCAL",
                "temporal.example",
                "temporal.example:",
                "temporal.example:0",
                "temporal.example:65536",
                "https://temporal.example:7233",
                "tcp://temporal.example:7233",
                "user:s3cret@temporal.example:7233",
                "::1:7233",
                "two words:7233"
            })
    void addressThatIsNotHostAndPort(String address) {
        assertRefused(() -> ConnectionTarget.require(TARGET, address), TARGET, "127.0.0.1:7233");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "temporal_frontend:7233",
                "\u00FCmlaut.test:7233",
                "host?x:7233",
                "host#x:7233",
                "dns:///temporal_frontend:7233",
                "dns:///host?x:7233"
            })
    void hostThatGrpcRefuses(String address) {
        assertRefused(() -> ConnectionTarget.require(TARGET, address), TARGET, "without an underscore");
    }

    @ParameterizedTest
    @ValueSource(strings = {"xds:///x:1", "unix:///x", "static:///x:1", "passthrough:///x:1", "nonsense:///x:1"})
    void resolverThatGrpcDoesNotHave(String address) {
        assertRefused(() -> ConnectionTarget.require(TARGET, address), TARGET, "dns:///");
    }

    @ParameterizedTest
    @ValueSource(strings = {" temporal.test", "https://temporal.test", "temporal_test", "a:1"})
    void serverNameThatNoCertificateHas(String name) {
        assertRefused(Map.of("TEMPORAL_TLS_SERVER_NAME", name), "TEMPORAL_TLS_SERVER_NAME", "host name");
    }

    @ParameterizedTest
    @ValueSource(strings = {" s3cret", "s3cret ", "\"s3cret\"", "${S3CRET}", "two words"})
    void namespaceThatNoServerHas(String namespace) {
        assertRefused(Map.of("TEMPORAL_NAMESPACE", namespace), "TEMPORAL_NAMESPACE", "Correct the name");
    }

    @Test
    void clientCertificateThatTlsCantUse() throws Exception {
        certificates.generateClient("modern", "Ed25519");
        assertRefused(
                Map.of(
                        "TEMPORAL_TLS_CLIENT_CERT_PATH",
                        certificates.certificate("modern").toString(),
                        "TEMPORAL_TLS_CLIENT_KEY_PATH",
                        certificates.key("modern").toString()),
                "TEMPORAL_TLS_CLIENT_CERT_PATH",
                "RSA or EC");
    }

    @ParameterizedTest
    @ValueSource(strings = {"local", "user:s3cret@temporal.example:7233"})
    void addressThatIsNotHostAndPortStopsTheStart(String address) {
        assertRefused(Map.of("TEMPORAL_ADDRESS", address), "TEMPORAL_ADDRESS", "127.0.0.1:7233");
        assertThatThrownBy(() -> TestApplication.start(Map.of(), TARGET + "=" + address))
                .hasStackTraceContaining(TARGET + " is ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1:7233",
                "temporal.example:443",
                "[::1]:7233",
                "dns:///temporal.example:7233",
                "dns:///temporal.example",
                "dns:///[::1]:7233",
                "shop.a1b2c.tmprl.cloud:7233"
            })
    void addressThatWorks(String address) {
        assertThat(ConnectionTarget.require(TARGET, address)).isEqualTo(address);
    }

    @Test
    void emptyTargetIsRefused() {
        assertThatThrownBy(() -> TestApplication.start(Map.of(), TARGET + "=")).hasStackTraceContaining(TARGET);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TEMPORAL_TLS", "TEMPORAL_TLS_DISABLE_HOST_VERIFICATION"})
    void flagThatIsNeitherTrueNorFalse(String key) {
        assertRefused(Map.of(key, "maybe"), key, "true or false");
    }

    @Test
    void apiKeyWithALineBreak() {
        assertRefused(Map.of("TEMPORAL_API_KEY", "s3cret\n"), "TEMPORAL_API_KEY", "Remove");
    }

    @Test
    void headerWithALineBreak() {
        assertRefused(Map.of("TEMPORAL_GRPC_META_X_TOKEN", "s3cret\n"), "TEMPORAL_GRPC_META_X_TOKEN", "Remove");
    }

    @ParameterizedTest
    @ValueSource(strings = {"TEMPORAL_API_KEY", "TEMPORAL_GRPC_META_X_TOKEN", "TEMPORAL_NAMESPACE", "TEMPORAL_ADDRESS"})
    void invisibleCharacter(String key) {
        assertThatThrownBy(() -> TestApplication.start(Map.of(key, "s3cret\u200B:1")))
                .isInstanceOf(InvalidConfigurationException.class)
                .hasMessage(key + " holds U+200B ZERO WIDTH SPACE at character 7");
        assertRefused(Map.of(key, "\uFEFFs3cret:1"), key, "Remove");
    }

    @Test
    void headerWithoutAName() {
        assertRefused(Map.of("TEMPORAL_GRPC_META_X€", "s3cret"), "TEMPORAL_GRPC_META_X", "letters");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "TEMPORAL_TLS_SERVER_CA_CERT_PATH",
                "TEMPORAL_TLS_CLIENT_CERT_PATH",
                "TEMPORAL_TLS_CLIENT_KEY_PATH",
                "TEMPORAL_CONFIG_FILE"
            })
    void fileThatDoesNotExist(String key) {
        assertRefused(Map.of(key, folder.resolve("s3cret").toString()), key, "path");
    }

    @Test
    void pemInPlaceOfAPathIsNeverQuoted() throws IOException {
        String pem = Files.readString(certificates.key("client"));
        assertThatThrownBy(() -> TestApplication.start(Map.of("TEMPORAL_TLS_CLIENT_KEY_PATH", pem)))
                .hasStackTraceContaining("TEMPORAL_TLS_CLIENT_KEY_PATH")
                .satisfies(failure -> assertThat(messages(failure)).doesNotContain("PRIVATE KEY"));
    }

    @Test
    void authorityThatIsNotACertificate() {
        assertRefused(
                Map.of("TEMPORAL_TLS_SERVER_CA_CERT_DATA", "s3cret"),
                "TEMPORAL_TLS_SERVER_CA_CERT_DATA",
                "BEGIN CERTIFICATE");
    }

    @Test
    void certificateWithoutAKey() {
        assertRefused(
                Map.of(
                        "TEMPORAL_TLS_CLIENT_CERT_PATH",
                        certificates.certificate("client").toString()),
                "TEMPORAL_TLS_CLIENT_KEY",
                "both");
    }

    @Test
    void keyWithoutACertificate() {
        assertRefused(
                Map.of(
                        "TEMPORAL_TLS_CLIENT_KEY_PATH",
                        certificates.key("client").toString()),
                "TEMPORAL_TLS_CLIENT_CERT",
                "both");
    }

    @Test
    void keyThatIsNotAKey() {
        assertRefused(clientWithKeyText("s3cret"), "TEMPORAL_TLS_CLIENT_KEY_DATA", "BEGIN PRIVATE KEY");
    }

    @Test
    void keyWithAnInvisibleCharacterInItsFirstLine() throws IOException {
        String key = Files.readString(certificates.key("client"));
        assertThatThrownBy(() -> TestApplication.start(clientWithKeyText(key.replace("BEGIN ", "BEGIN\u00A0"))))
                .hasStackTraceContaining("TEMPORAL_TLS_CLIENT_KEY_DATA holds no private key in PEM form for a"
                        + " certificate of the algorithm EC, but U+00A0 NO-BREAK SPACE at character 11");
    }

    @Test
    void keyInTheTraditionalFormThatHoldsNone() {
        assertRefused(
                clientWithKeyText("-----BEGIN RSA PRIVATE KEY-----\nczNjcmV0\n-----END RSA PRIVATE KEY-----\n"),
                "TEMPORAL_TLS_CLIENT_KEY_DATA",
                "BEGIN PRIVATE KEY");
    }

    @Test
    void keyOfAnotherCertificate() throws IOException {
        assertRefused(
                clientWithKeyText(Files.readString(certificates.key("stranger"))),
                "TEMPORAL_TLS_CLIENT_KEY",
                "issued together");
    }

    @Test
    void pathAndTextTogether() throws IOException {
        assertRefused(
                Map.of(
                        "TEMPORAL_TLS_SERVER_CA_CERT_PATH",
                        certificates.ca().toString(),
                        "TEMPORAL_TLS_SERVER_CA_CERT_DATA",
                        Files.readString(certificates.ca())),
                "TEMPORAL_TLS_SERVER_CA_CERT_PATH",
                "Unset one");
    }

    @Test
    void startEndsWithTheKeyAndTheRemedyOnTheConsole() {
        try (JavaProcess process = JavaProcess.of(TestApplication.class)
                .environment("TEMPORAL_TLS", "s3cret")
                .start()) {
            process.awaitLine("APPLICATION FAILED TO START");
            assertThat(process.awaitEnd()).isEqualTo(1);
            assertThat(process.output())
                    .contains("TEMPORAL_TLS is neither true nor false", "Write true or false")
                    .doesNotContain("s3cret", "\tat ");
        }
    }

    private static Map<String, String> clientWithKeyText(String key) {
        return Map.of(
                "TEMPORAL_TLS_CLIENT_CERT_PATH",
                certificates.certificate("client").toString(),
                "TEMPORAL_TLS_CLIENT_KEY_DATA",
                key);
    }

    private static void assertRefused(Map<String, String> variables, String key, String remedy) {
        assertRefused(() -> TestApplication.start(variables).close(), key, remedy);
    }

    private static void assertRefused(ThrowingCallable start, String key, String remedy) {
        assertThatThrownBy(start).satisfies(failure -> {
            assertThat(failure)
                    .extracting(NestedExceptionUtils::getMostSpecificCause)
                    .isInstanceOfSatisfying(InvalidConfigurationException.class, invalid -> {
                        assertThat(invalid).hasMessageStartingWith(key);
                        assertThat(invalid.remedy()).contains(remedy);
                    });
            assertThat(messages(failure)).doesNotContain("s3cret", "czNjcmV0");
        });
    }

    private static String messages(Throwable failure) {
        StringBuilder messages = new StringBuilder();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            messages.append(cause).append('\n');
        }
        return messages.toString();
    }
}
