package dev.durahook.signing.provider;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.durahook.signing.signer.JsonBody;
import java.io.StringWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes the SOAP message that Salesforce sends, from the JSON that handlers read. */
final class OutboundMessageWriter {

    private static final String SOAP = "http://schemas.xmlsoap.org/soap/envelope/";
    private static final String OUTBOUND = "http://soap.sforce.com/2005/09/outbound";
    private static final String INSTANCE = "http://www.w3.org/2001/XMLSchema-instance";
    private static final String RECORDS = "urn:sobject.enterprise.soap.sforce.com";

    private final XMLStreamWriter xml;

    private OutboundMessageWriter(XMLStreamWriter xml) {
        this.xml = xml;
    }

    static String of(ObjectNode message, String organization) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            new OutboundMessageWriter(xml).write(message, organization);
            xml.flush();
        } catch (XMLStreamException e) {
            throw new IllegalArgumentException("the body can't be written as XML", e);
        }
        return text.toString();
    }

    private void write(ObjectNode message, String organization) throws XMLStreamException {
        xml.writeStartElement("soapenv", "Envelope", SOAP);
        xml.writeNamespace("soapenv", SOAP);
        xml.writeNamespace("xsi", INSTANCE);
        xml.writeStartElement("soapenv", "Body", SOAP);
        xml.writeStartElement("notifications");
        xml.writeDefaultNamespace(OUTBOUND);
        element("OrganizationId", organization);
        for (ObjectNode notification : JsonBody.events(message, "notifications")) {
            write(notification);
        }
        xml.writeEndDocument();
    }

    private void write(ObjectNode notification) throws XMLStreamException {
        xml.writeStartElement("Notification");
        element("Id", notification.path("id").asText());
        xml.writeStartElement("sObject");
        xml.writeNamespace("sf", RECORDS);
        xml.writeAttribute(
                "xsi", INSTANCE, "type", "sf:" + notification.path("type").asText());
        for (var field : notification.path("sObject").properties()) {
            field(field.getKey(), field.getValue());
        }
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private void field(String name, JsonNode value) throws XMLStreamException {
        xml.writeStartElement("sf", name, RECORDS);
        if (value.isNull()) {
            xml.writeAttribute("xsi", INSTANCE, "nil", "true");
        }
        xml.writeCharacters(value.isNull() ? "" : value.asText());
        xml.writeEndElement();
    }

    private void element(String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }
}
