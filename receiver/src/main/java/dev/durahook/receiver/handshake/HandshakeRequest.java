package dev.durahook.receiver.handshake;

import dev.durahook.receiver.delivery.Delivery;
import dev.durahook.receiver.delivery.FormFields;
import dev.durahook.receiver.delivery.RequestUrl;
import dev.durahook.workflows.json.JsonFields;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the values by which a {@link HandshakeRule} recognises and answers a handshake. */
final class HandshakeRequest {

    /** In bytes. Handshakes are smaller; larger bodies are not parsed. */
    static final int MAX_BODY = 8 * 1024;

    private final Delivery delivery;
    private final Optional<JsonFields> fields;

    private HandshakeRequest(Delivery delivery, Optional<JsonFields> fields) {
        this.delivery = delivery;
        this.fields = fields;
    }

    /** Parses the body once, if there are pointers into it. */
    static HandshakeRequest of(Delivery delivery, Set<String> pointers) {
        boolean searched = !pointers.isEmpty() && delivery.body().length <= MAX_BODY;
        return new HandshakeRequest(delivery, searched ? JsonFields.read(delivery.body(), pointers) : Optional.empty());
    }

    List<String> query(String name) {
        return FormFields.ofQuery(RequestUrl.of(delivery.url()).parameters()).all(name);
    }

    List<String> header(String name) {
        return delivery.headers().all(name);
    }

    List<String> form(String name) {
        return FormFields.of(delivery.body()).all(name);
    }

    List<String> json(String pointer) {
        return fields.flatMap(json -> json.at(pointer)).stream().toList();
    }

    /** The body as text; empty if it is too large for a handshake. */
    String body() {
        return delivery.body().length > MAX_BODY ? "" : new String(delivery.body(), StandardCharsets.UTF_8);
    }
}
