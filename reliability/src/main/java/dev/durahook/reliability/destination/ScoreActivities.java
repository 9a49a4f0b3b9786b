package dev.durahook.reliability.destination;

import com.fasterxml.jackson.databind.JsonNode;
import dev.durahook.loadsupport.effect.EffectLog;
import dev.durahook.reliability.record.SeenEvent;
import io.temporal.common.converter.RawValue;

/**
 * Notes each event in a file.
 *
 * @param seen the file
 */
record ScoreActivities(EffectLog seen) implements Score {

    @Override
    public String score(JsonNode event, RawValue body) {
        byte[] bytes = body.getPayload().getData().toByteArray();
        seen.note(SeenEvent.of(event.path("id").asText(), bytes).toString());
        return "scored";
    }
}
