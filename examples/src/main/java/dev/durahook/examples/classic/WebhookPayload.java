package dev.durahook.examples.classic;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.JsonNode;

/**
 * The template's body.
 *
 * @param event the event's name
 * @param data anything; the text {@code error} makes the processing fail
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record WebhookPayload(String event, JsonNode data) {}
