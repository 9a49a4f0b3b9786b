package dev.durahook.reliability.destination;

import com.fasterxml.jackson.databind.JsonNode;
import dev.durahook.benchmarks.load.effect.EffectLog;

/**
 * Notes each event in a file.
 *
 * @param seen the file
 */
record ScoreActivities(EffectLog seen) implements Score {

    @Override
    public String score(JsonNode event, JsonNode body) {
        seen.note(event.path("id").asText());
        return "scored";
    }
}
