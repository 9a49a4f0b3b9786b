package dev.durahook.receiver.http.body;

import java.time.Duration;
import org.springframework.util.unit.DataSize;

/** Readers of bodies for tests that are about something else. */
public final class BodyReaders {

    /** One that is never full and never in a hurry. It has a thread, so there is one for all tests. */
    public static final BodyReader PATIENT = new BodyReader(
            new BodyBudget(DataSize.ofGigabytes(1)), new BodyPace(Duration.ofMinutes(5), DataSize.ofBytes(1)));

    private BodyReaders() {}
}
