package dev.durahook.receiver.http.body;

import java.time.Duration;
import org.springframework.util.unit.DataSize;

/** Readers of bodies for tests of other classes. */
public final class BodyReaders {

    /** A reader without a limit of memory or time. It has a thread, so all tests share one reader. */
    public static final BodyReader PATIENT = new BodyReader(
            new BodyBudget(DataSize.ofGigabytes(1)), new BodyPace(Duration.ofMinutes(5), DataSize.ofBytes(1)));

    private BodyReaders() {}
}
