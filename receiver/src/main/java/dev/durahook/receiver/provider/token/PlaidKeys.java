package dev.durahook.receiver.provider.token;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.nimbusds.jose.jwk.ECKey;
import dev.durahook.receiver.configuration.InvalidRuleException;
import dev.durahook.receiver.keys.KeyLoader;
import dev.durahook.receiver.keys.https.NoSuchKeyException;
import dev.durahook.receiver.keys.https.RefusedCredentialException;
import dev.durahook.receiver.keys.https.RefusedFetchException;
import dev.durahook.receiver.secret.KeyForm;
import dev.durahook.receiver.secret.Secret;
import dev.durahook.receiver.verifier.VerifierInputs;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.text.ParseException;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Fetches keys from Plaid's API, which needs a customer's credential. Plaid answers most errors with 400 and gives an
 * <a href="https://plaid.com/docs/errors/">error code</a> in the body.
 */
final class PlaidKeys implements KeyLoader<String, Plaid.CredentialKey> {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern CREDENTIAL = Pattern.compile("[^:\\s]+:[^:\\s]+");
    private static final Pattern ERROR_CODE = Pattern.compile("[A-Z][A-Z_]{0,60}");
    private static final String NO_SUCH_KEY = "INVALID_WEBHOOK_VERIFICATION_KEY_ID";

    private final URI address;
    private final VerifierInputs inputs;

    /**
     * The keys of one of Plaid's environments.
     *
     * @param host the host of the environment's API
     */
    PlaidKeys(String host, VerifierInputs inputs) {
        this.address = URI.create("https://" + host + "/webhook_verification_key/get");
        this.inputs = inputs;
    }

    /** Reads an API credential. */
    static Secret credential(String text) {
        Secret credential = KeyForm.TEXT.read(text, "");
        if (!CREDENTIAL.matcher(text).matches()) {
            throw new InvalidRuleException("is not an API credential: write it as <client_id>:<secret>");
        }
        return credential;
    }

    /**
     * Fetches a key with the first credential that Plaid accepts. Only a refused credential leads to another request; a
     * time-out does not.
     */
    @Override
    public Plaid.CredentialKey load(String keyId) throws IOException {
        IOException refused =
                new RefusedCredentialException("no secret of the source is valid now, so the key can't be fetched");
        for (Secret credential : inputs.secrets().current()) {
            try {
                return new Plaid.CredentialKey(read(ask(keyId, credential)), credential);
            } catch (RefusedFetchException e) {
                refused = meaning(e, credential);
            }
        }
        throw refused;
    }

    /** Whether the credential with which the key was fetched is still declared and valid. */
    @Override
    public boolean isCurrent(Plaid.CredentialKey key) {
        Secret credential = key.credential();
        return inputs.secrets().current().stream()
                .anyMatch(current -> current.place() == credential.place()
                        && MessageDigest.isEqual(current.bytes(), credential.bytes()));
    }

    private byte[] ask(String keyId, Secret credential) throws IOException {
        String[] both = new String(credential.bytes(), StandardCharsets.UTF_8).split(":", 2);
        byte[] question = JSON.writeValueAsBytes(Map.of("client_id", both[0], "secret", both[1], "key_id", keyId));
        return inputs.externalKeys().fetch().of(address, question);
    }

    // Returns a failure after which the next credential is tried, and throws all others.
    private static RefusedCredentialException meaning(RefusedFetchException answer, Secret credential)
            throws IOException {
        String code = errorCode(answer.body());
        if (code.equals(NO_SUCH_KEY)) {
            throw new NoSuchKeyException("Plaid has no such key in this environment: " + code);
        }
        if (answer.status() != 400 && answer.status() != 401 && answer.status() != 403) {
            throw answer;
        }
        return new RefusedCredentialException("Plaid refuses the credential in secret " + (credential.place() + 1)
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
            throw new NoSuchKeyException("Plaid reports that the key has expired");
        }
        try {
            // The library's parser takes the JSON null for an object.
            ECKey read = key.isObject() ? ECKey.parse(key.toString()) : null;
            if (read != null && Plaid.isUsable(read)) {
                return read;
            }
        } catch (ParseException | IllegalArgumentException e) {
            // The exception's message would quote the answer; another one is thrown below.
        }
        throw new NoSuchKeyException("Plaid's answer has no P-256 key");
    }

    private static JsonNode key(byte[] answer) throws NoSuchKeyException {
        try {
            return JSON.readTree(answer).path("key");
        } catch (IOException e) {
            throw new NoSuchKeyException("Plaid's answer is not JSON");
        }
    }
}
