package dev.durahook.receiver.provider.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.durahook.receiver.delivery.Delivery;
import dev.durahook.receiver.delivery.RequestUrl;
import dev.durahook.receiver.provider.content.Form;
import dev.durahook.receiver.provider.content.Hashes;
import dev.durahook.receiver.provider.content.Rejections;
import dev.durahook.receiver.provider.content.SignedJson;
import dev.durahook.receiver.secret.Secrets;
import dev.durahook.receiver.signature.TimestampUnit;
import dev.durahook.receiver.verification.Check;
import dev.durahook.receiver.verification.Freshness;
import dev.durahook.receiver.verification.NotVerifiedException;
import dev.durahook.receiver.verification.Verdict.Verified;
import dev.durahook.receiver.verifier.VerifierInputs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Verifies the signatures of Vonage's SMS API, over the names and values of all parameters in the query and the body.
 *
 * @param method the account's signature method
 * @param secrets the account's signature secrets
 * @param freshness how old the parameter timestamp may be
 */
record VonageSig(VonageMethod method, Secrets secrets, Freshness freshness) implements Check {

    private static final String SIGNATURE = "sig";
    private static final JsonMapper JSON = new JsonMapper();

    VonageSig(VonageMethod method, VerifierInputs inputs) {
        this(method, inputs.secrets(), inputs.freshness());
    }

    @Override
    public int secretOf(Delivery delivery) throws NotVerifiedException {
        return secretOf(parameters(delivery));
    }

    /** Uses the parameters in JSON as the body, because they can be sent in several ways with the same signature. */
    @Override
    public Verified verified(Delivery delivery) throws NotVerifiedException {
        SortedMap<String, String> parameters = parameters(delivery);
        int secret = secretOf(parameters);
        parameters.remove(SIGNATURE);
        try {
            return new Verified(secret, delivery.carrying(JSON.writeValueAsBytes(parameters), "application/json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int secretOf(SortedMap<String, String> parameters) throws NotVerifiedException {
        String sent = required(parameters, SIGNATURE);
        freshness.check(TimestampUnit.SECONDS
                .parse(required(parameters, "timestamp"))
                .orElseThrow(() -> Rejections.malformed("the parameter timestamp is not a valid time")));
        byte[] signed = Hashes.utf8(content(parameters));
        return secrets.matching(secret -> {
            boolean lower = Hashes.same(sent, method.hex(signed, secret, false));
            boolean upper = Hashes.same(sent, method.hex(signed, secret, true));
            return lower || upper;
        });
    }

    /** The content that Vonage signs. */
    static String described(Delivery delivery) throws NotVerifiedException {
        return content(parameters(delivery));
    }

    private static String content(SortedMap<String, String> parameters) {
        StringBuilder content = new StringBuilder();
        parameters.forEach((name, value) -> {
            if (!name.equals(SIGNATURE)) {
                content.append('&').append(name).append('=').append(value.replaceAll("[&=]", "_"));
            }
        });
        return content.toString();
    }

    private static SortedMap<String, String> parameters(Delivery delivery) throws NotVerifiedException {
        SortedMap<String, String> parameters = new TreeMap<>();
        addForm(parameters, Form.of(RequestUrl.of(delivery.url()).parameters()));
        if (delivery.body().length > 0 && delivery.body()[0] == '{') {
            addJson(parameters, SignedJson.of(delivery.body()));
        } else {
            addForm(parameters, Form.of(delivery.body()));
        }
        return parameters;
    }

    private static void addForm(SortedMap<String, String> parameters, Form form) throws NotVerifiedException {
        for (String name : form.fields().keySet()) {
            add(parameters, name, form.single(name));
        }
    }

    private static void addJson(SortedMap<String, String> parameters, JsonNode object) throws NotVerifiedException {
        for (var field : object.properties()) {
            if (!field.getValue().isValueNode()) {
                throw Rejections.malformed("the body has nested values, which are not signed");
            }
            add(parameters, field.getKey(), field.getValue().asText());
        }
    }

    private static void add(SortedMap<String, String> parameters, String name, String value)
            throws NotVerifiedException {
        // Blank parameters are not signed.
        if (value.isBlank()) {
            return;
        }
        // Vonage replaces both characters by an underscore in values. In a name, they could make one parameter look
        // like two.
        if (name.matches("(?s).*[&=].*") || parameters.put(name, value) != null) {
            throw Rejections.malformed("a parameter was sent twice, or has a name with & or =");
        }
    }

    private static String required(SortedMap<String, String> parameters, String name) throws NotVerifiedException {
        String value = parameters.get(name);
        if (value == null) {
            throw Rejections.missing("parameter " + name);
        }
        return value;
    }
}
