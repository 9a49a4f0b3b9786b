package dev.durahook.receiver.provider;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.nimbusds.jose.jwk.ECKey;
import dev.durahook.receiver.keys.Loader;
import dev.durahook.receiver.keys.NoSuchKeyException;
import dev.durahook.receiver.keys.RefusedCredentialException;
import dev.durahook.receiver.keys.RefusedFetchException;
import dev.durahook.receiver.signature.InvalidRuleException;
import dev.durahook.receiver.signature.KeyForm;
import dev.durahook.receiver.signature.Secret;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.text.ParseException;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Asks Plaid for its keys, which it gives to its customers only. To most of what is wrong, Plaid answers 400 and says in the body
 * <a href="https://plaid.com/docs/errors/">what it is</a>.
 */
final class PlaidKeys implements Loader<String, Plaid.Key> {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern CREDENTIAL = Pattern.compile("[^:\\s]+:[^:\\s]+");
    private static final Pattern ERROR_CODE = Pattern.compile("[A-Z][A-Z_]{0,60}");
    private static final String NO_SUCH_KEY = "INVALID_WEBHOOK_VERIFICATION_KEY_ID";

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
    @Override
    public Plaid.Key load(String keyId) throws IOException {
        IOException refused = new RefusedCredentialException("there is no credential to ask for the key with");
        for (Secret credential : parts.secrets().current()) {
            try {
                return new Plaid.Key(read(ask(keyId, credential)), credential);
            } catch (RefusedFetchException e) {
                refused = meaning(e, credential);
            }
        }
        throw refused;
    }

    /** Whether the credential that the key was asked for with still holds, and is still the same. */
    @Override
    public boolean isCurrent(Plaid.Key key) {
        Secret credential = key.credential();
        return parts.secrets().current().stream()
                .anyMatch(current -> current.place() == credential.place()
                        && MessageDigest.isEqual(current.bytes(), credential.bytes()));
    }

    private byte[] ask(String keyId, Secret credential) throws IOException {
        String[] both = new String(credential.bytes(), StandardCharsets.UTF_8).split(":", 2);
        byte[] question = JSON.writeValueAsBytes(Map.of("client_id", both[0], "secret", both[1], "key_id", keyId));
        return parts.outside().fetch().of(address, question);
    }

    // What another credential may get is returned, and all else is thrown.
    private static RefusedCredentialException meaning(RefusedFetchException answer, Secret credential)
            throws IOException {
        String code = errorCode(answer.body());
        if (code.equals(NO_SUCH_KEY)) {
            throw new NoSuchKeyException("Plaid has no such key in this environment: " + code);
        }
        if (answer.status() != 400 && answer.status() != 401 && answer.status() != 403) {
            throw answer;
        }
        return new RefusedCredentialException("Plaid refuses the credential that is secret " + (credential.place() + 1)
                + " of the source, with " + answer.status() + " " + code
                + ": declare the client_id and the secret of the environment that sends");
    }

    private static String errorCode(byte[] answer) {
        try {
            String code = JSON.readTree(answer).path("error_code").asText();
            return ERROR_CODE.matcher(code).matches() ? code : "and no error_code";
        } catch (IOException e) {
            return "and no error_code";
        }
    }

    private static ECKey read(byte[] answer) throws NoSuchKeyException {
        JsonNode key = key(answer);
        if (key.hasNonNull("expired_at")) {
            throw new NoSuchKeyException("Plaid says that the key has expired");
        }
        try {
            ECKey read = ECKey.parse(key.toString());
            if (Plaid.isUsable(read)) {
                return read;
            }
        } catch (ParseException | IllegalArgumentException e) {
            // Falls through: its message quotes the answer.
        }
        throw new NoSuchKeyException("what Plaid answers is no key on P-256");
    }

    private static JsonNode key(byte[] answer) throws NoSuchKeyException {
        try {
            return JSON.readTree(answer).path("key");
        } catch (IOException e) {
            throw new NoSuchKeyException("what Plaid answers is no JSON");
        }
    }
}
