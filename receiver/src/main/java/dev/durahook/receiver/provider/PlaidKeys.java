package dev.durahook.receiver.provider;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.nimbusds.jose.jwk.ECKey;
import dev.durahook.receiver.keys.RefusedFetchException;
import dev.durahook.receiver.signature.InvalidRuleException;
import dev.durahook.receiver.signature.KeyForm;
import dev.durahook.receiver.signature.Secret;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Asks Plaid for its keys, which it gives to its customers only. */
final class PlaidKeys {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern CREDENTIAL = Pattern.compile("[^:\\s]+:[^:\\s]+");

    private final URI address;
    private final Parts parts;

    /**
     * The keys of one of Plaid's environments.
     *
     * @param host its host
     */
    PlaidKeys(String host, Parts parts) {
        this.address = URI.create("https://" + host + "/webhook_verification_key/get");
        this.parts = parts;
    }

    /** Reads a customer's credential. */
    static Secret credential(String text) {
        Secret credential = KeyForm.TEXT.read(text, "");
        if (!CREDENTIAL.matcher(text).matches()) {
            throw new InvalidRuleException("is no credential of the API: write it as <client_id>:<secret>");
        }
        return credential;
    }

    /** The key of this name, asked for with the first credential that Plaid takes. Silence is not asked again. */
    Plaid.Key of(String keyId) throws IOException {
        List<Secret> credentials = parts.secrets().current();
        IOException refused = new IOException("there is no credential");
        for (int i = 0; i < credentials.size(); i++) {
            try {
                return new Plaid.Key(
                        read(ask(keyId, credentials.get(i))), credentials.get(i).place());
            } catch (RefusedFetchException e) {
                refused = e;
            }
        }
        throw refused;
    }

    private byte[] ask(String keyId, Secret credential) throws IOException {
        String[] both = new String(credential.bytes(), StandardCharsets.UTF_8).split(":", 2);
        byte[] question = JSON.writeValueAsBytes(Map.of("client_id", both[0], "secret", both[1], "key_id", keyId));
        return parts.outside().fetch().of(address, question);
    }

    private static ECKey read(byte[] answer) throws IOException {
        JsonNode key = JSON.readTree(answer).path("key");
        if (key.hasNonNull("expired_at")) {
            throw new IOException("the key has expired");
        }
        try {
            ECKey read = ECKey.parse(key.toString());
            if (Plaid.isUsable(read)) {
                return read;
            }
        } catch (ParseException | IllegalArgumentException e) {
            throw new IOException("the answer is no key", e);
        }
        throw new IOException("the answer is no key on P-256");
    }
}
