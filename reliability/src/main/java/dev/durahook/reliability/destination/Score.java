package dev.durahook.reliability.destination;

import com.fasterxml.jackson.databind.JsonNode;
import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;
import io.temporal.common.converter.RawValue;

/** The activity to which events go. */
@ActivityInterface
public interface Score {

    /** The activity type. */
    String TYPE = "score";

    /** Notes the event. */
    @ActivityMethod(name = TYPE)
    String score(JsonNode event, RawValue body);
}
