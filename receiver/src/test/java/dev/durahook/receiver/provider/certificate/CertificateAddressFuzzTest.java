package dev.durahook.receiver.provider.certificate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** Of all addresses that a stranger can name for a certificate, only addresses of Amazon are fetched. */
class CertificateAddressFuzzTest {

    @FuzzTest(maxDuration = "5m")
    void certificateAddress(byte[] sent) {
        AwsSns.CERTIFICATE.admit(new String(sent, UTF_8)).ifPresent(address -> {
            assertThat(address.getScheme()).isEqualTo("https");
            assertThat(address.getAuthority()).matches("sns\\.[a-z0-9-]+\\.amazonaws\\.(com|com\\.cn|eu)");
        });
    }
}
