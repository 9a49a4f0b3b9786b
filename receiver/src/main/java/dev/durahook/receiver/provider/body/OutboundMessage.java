package dev.durahook.receiver.provider.body;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.durahook.receiver.provider.content.Rejections;
import dev.durahook.receiver.verification.NotVerifiedException;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** A SOAP message of Salesforce. It contains notifications of one organization, each about one record. */
final class OutboundMessage {

    private static final String START = "/Envelope/Body/notifications/";
    private static final String NOTIFICATION = START + "Notification";
    private static final String RECORD = NOTIFICATION + "/sObject";
    private static final String INSTANCE = "http://www.w3.org/2001/XMLSchema-instance";
    private static final int MAX_DEPTH = 8;

    // Without a limit, the body of a stranger could become a tree of 20 times its size. A genuine element has 20
    // bytes and more.
    private static final int ALWAYS_ALLOWED = 1_000;
    private static final int BYTES_PER_ELEMENT = 15;

    private static final XMLInputFactory FACTORY = factory();

    private final ObjectNode message = new JsonMapper().createObjectNode();
    private final ArrayNode notifications = message.putArray("notifications");
    private final StringBuilder text = new StringBuilder();
    private String path = "";
    private int depth;
    private int elementsLeft;
    private boolean isNil;
    private ObjectNode notification = message.objectNode();
    private ObjectNode fields = message.objectNode();

    private OutboundMessage(int size) {
        elementsLeft = ALWAYS_ALLOWED + size / BYTES_PER_ELEMENT;
    }

    /**
     * Parses a message.
     *
     * @throws NotVerifiedException if it is not an outbound message, or has an element twice
     */
    static OutboundMessage read(byte[] body) throws NotVerifiedException {
        OutboundMessage message = new OutboundMessage(body.length);
        try {
            XMLStreamReader reader = FACTORY.createXMLStreamReader(new ByteArrayInputStream(body));
            message.readFrom(reader);
        } catch (XMLStreamException | RuntimeException e) {
            // The JDK's parser may throw any runtime exception for malformed XML, with a message that quotes it.
            throw Rejections.malformed("the body is not an outbound message in XML");
        }
        if (!message.message.has("organizationId") || message.notifications.isEmpty()) {
            throw Rejections.missing("OrganizationId or Notification in the message");
        }
        return message;
    }

    /** The ID of the organization; not verified. */
    String organization() {
        return message.path("organizationId").asText();
    }

    /** The message as JSON, without the session ID. */
    byte[] json() {
        return message.toString().getBytes(StandardCharsets.UTF_8);
    }

    // Document types and entities are not processed, so the parser reads no other files.
    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        return factory;
    }

    private void readFrom(XMLStreamReader reader) throws XMLStreamException {
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> enter(reader);
                case XMLStreamConstants.END_ELEMENT -> leave();
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text.append(reader.getText());
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                    throw new XMLStreamException("a document type or an entity is not allowed");
                default -> {
                    // Comments, processing instructions and ignorable white space.
                }
            }
        }
    }

    private void enter(XMLStreamReader reader) throws XMLStreamException {
        if (++depth > MAX_DEPTH) {
            throw new XMLStreamException("the elements are nested too deeply");
        }
        if (--elementsLeft < 0) {
            throw new XMLStreamException("there are too many elements for the body's size");
        }
        path = path + "/" + reader.getLocalName();
        isNil = "true".equals(reader.getAttributeValue(INSTANCE, "nil"));
        text.setLength(0);
        begin(reader);
    }

    private void leave() {
        end(isNil ? null : text.toString());
        isNil = false;
        depth--;
        path = path.substring(0, path.lastIndexOf('/'));
    }

    private void begin(XMLStreamReader reader) {
        if (path.equals(NOTIFICATION)) {
            notification = notifications.addObject();
        } else if (path.equals(RECORD)) {
            String type = reader.getAttributeValue(INSTANCE, "type");
            put(notification, "type", type == null ? null : type.substring(type.indexOf(':') + 1));
            fields = notification.putObject("sObject");
        }
    }

    private void end(@Nullable String value) {
        if (path.equals(START + "OrganizationId")) {
            put(message, "organizationId", value);
        } else if (path.equals(START + "ActionId")) {
            put(message, "actionId", value);
        } else if (path.equals(NOTIFICATION + "/Id")) {
            put(notification, "id", value);
        } else if (path.startsWith(RECORD + "/") && path.lastIndexOf('/') == RECORD.length()) {
            put(fields, path.substring(RECORD.length() + 1), value);
        }
    }

    private static void put(ObjectNode object, String name, @Nullable String value) {
        if (object.has(name)) {
            throw new IllegalArgumentException("an element occurs twice");
        }
        object.put(name, value);
    }
}
