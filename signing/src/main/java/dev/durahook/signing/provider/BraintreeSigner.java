package dev.durahook.signing.provider;

import static dev.durahook.signing.signer.Digests.utf8;

import dev.durahook.signing.signer.Digests;
import dev.durahook.signing.signer.Nonce;
import dev.durahook.signing.signer.ProviderRequest;
import dev.durahook.signing.signer.Signer;
import dev.durahook.signing.signer.SortedForm;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/** Packs the event into a form, together with the signature of the packed event. */
final class BraintreeSigner implements Signer {

    private static final int LINE = 60;

    @Override
    public ProviderRequest sign(ProviderRequest request, String secret, Instant now) {
        String payload = Base64.getMimeEncoder(LINE, new byte[] {'\n'}).encodeToString(request.body()) + "\n";
        String[] keys = secret.split("\\|", 2);
        byte[] key = Digests.hash("SHA-1", utf8(keys[1]));
        String signature = keys[0] + "|" + Digests.hex(Digests.hmac("HmacSHA1", key, utf8(payload)));
        return request.carrying(
                        SortedForm.field("bt_signature", signature) + "&" + SortedForm.field("bt_payload", payload))
                .with(ProviderRequest.MEDIA_TYPE, ProviderRequest.FORM);
    }

    @Override
    public String makeSecret() {
        return "public|" + Digests.hex(Nonce.bytes(SECRET));
    }

    @Override
    public Optional<String> event(String unique) {
        return Optional.of("<notification><kind>check</kind><id>" + unique + "</id></notification>");
    }
}
