package dev.durahook.connection.outage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.connection.server.OperatorCommands;
import io.grpc.Status;
import java.io.IOException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import org.junit.jupiter.api.Test;

class FailureReasonTest {

    @Test
    void missingNamespaceComesWithTheCommandThatCreatesIt() {
        assertThat(reason(Status.NOT_FOUND.withDescription("Namespace shop is not found.")))
                .isEqualTo(
                        "namespace \"shop\" not found: temporal operator namespace create --namespace shop --retention"
                                + " 7d");
    }

    @Test
    void missingNamespaceOfTemporalCloudIsNotCreatedWithTheCli() {
        assertThat(FailureReason.of(
                        Status.NOT_FOUND.asRuntimeException(),
                        "127.0.0.1:7233",
                        new OperatorCommands("us-east-1.aws.api.temporal.io:7233", "shop.a1b2c")))
                .isEqualTo("namespace \"shop.a1b2c\" not found: create it at https://cloud.temporal.io/namespaces, or"
                        + " with tcld namespace create");
    }

    @Test
    void causeSaysMoreThanGrpc() {
        Status status = Status.UNAVAILABLE
                .withDescription("io exception")
                .withCause(new IOException("outer", new IOException("certificate unknown")));
        assertThat(reason(status)).isEqualTo("temporal.example:7233 can't be reached: certificate unknown");
    }

    @Test
    void certificateOutsideOfItsTimeIsNamed() {
        Status status = Status.UNAVAILABLE.withDescription("io exception");
        assertThat(reason(status.withCause(new IOException(new CertificateExpiredException("NotAfter: Mon Nov 30")))))
                .isEqualTo("temporal.example:7233 can't be reached: a certificate has expired (NotAfter: Mon Nov 30)");
        assertThat(reason(status.withCause(new CertificateNotYetValidException("NotBefore: Mon Nov 30"))))
                .isEqualTo("temporal.example:7233 can't be reached: a certificate is not valid yet (NotBefore: Mon Nov"
                        + " 30)");
    }

    @Test
    void refusedCredentialsAreNamedAsSuch() {
        assertThat(reason(Status.PERMISSION_DENIED.withDescription("Request unauthorized.")))
                .isEqualTo("the credentials are not accepted for namespace \"shop\": Request unauthorized.");
    }

    @Test
    void longReasonIsCutToOneLine() {
        String reason = reason(Status.INTERNAL.withDescription("x".repeat(1_000) + "\nsecond line"));
        assertThat(reason).hasSizeLessThan(250).doesNotContain("second");
    }

    @Test
    void reasonIsNeverEmpty() {
        assertThat(reason(Status.UNKNOWN)).isEqualTo("UNKNOWN: no reason given");
        assertThat(reason(Status.UNAVAILABLE.withCause(new IOException())))
                .isEqualTo("temporal.example:7233 can't be reached: IOException");
    }

    private static String reason(Status status) {
        return FailureReason.of(
                status.asRuntimeException(),
                "temporal.example:7233",
                new OperatorCommands("temporal.example:7233", "shop"));
    }
}
