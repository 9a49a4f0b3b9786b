package dev.durahook.signing.keys;

import dev.durahook.signing.signer.ProviderRequest;
import dev.durahook.signing.signer.Signer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.zip.CRC32;

/**
 * Signs the transmission, the webhook's id and a checksum of the body, with the private key of a certificate to which a
 * header points.
 *
 * @param keys the keys of PayPal, made up for the test
 */
public record PayPalSigner(Supplier<ProviderKeys> keys) implements Signer {

    static final String SIGNER = "messageverificationcerts.paypal.com";
    static final String SANDBOX_SIGNER = "messageverificationcerts.sandbox.paypal.com";

    static final String CERTIFICATE = "https://api.paypal.com/v1/notifications/certs/CERT-made-up";

    @Override
    public ProviderRequest sign(ProviderRequest request, String webhook, Instant now) {
        String id = UUID.randomUUID().toString();
        String time = now.truncatedTo(ChronoUnit.SECONDS).toString();
        CRC32 checksum = new CRC32();
        checksum.update(request.body());
        String content = String.join("|", id, time, webhook, String.valueOf(checksum.getValue()));
        return request.with("PAYPAL-TRANSMISSION-ID", id)
                .with("PAYPAL-TRANSMISSION-TIME", time)
                .with("PAYPAL-TRANSMISSION-SIG", keys.get().sign(content))
                .with("PAYPAL-CERT-URL", CERTIFICATE)
                .with("PAYPAL-AUTH-ALGO", "SHA256withRSA");
    }

    @Override
    public boolean needsProviderKeys() {
        return true;
    }
}
