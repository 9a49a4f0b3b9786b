package dev.durahook.connection.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.util.MimeType;
import org.springframework.util.unit.DataSize;

/** The end of a message about a value that can't be read. */
class PermittedValuesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    pause   | write a duration without a space, such as 500ms, 30s, 5m, 1h or 7d
                    size    | write a size without a space and in capital letters, such as 500000B, 64KB or 1MB
                    end     | write a moment such as 2027-01-31T12:00:00Z
                    media   | write a media type such as application/json
                    allowed | write true or false
                    number  | write a whole number
                    share   | write a number
                    ratio   | write a number
                    unit    | use one of nanoseconds, microseconds, milliseconds, seconds, minutes, hours, days
                    type    | it must be of type java.lang.Class<?>
                    """)
    void formOfTheTypeIsNamed(String key, String form) {
        Binder binder = new Binder(new MapConfigurationPropertySource(Map.of("shop." + key, "x ?")));

        BindException failure = catchThrowableOfType(BindException.class, () -> binder.bind("shop", Shop.class));

        assertThat(PermittedValues.of(failure)).isEqualTo(form);
    }

    record Shop(
            @Nullable Duration pause,
            @Nullable DataSize size,
            @Nullable Instant end,
            @Nullable MimeType media,
            boolean allowed,
            int number,
            float share,
            double ratio,
            @Nullable TimeUnit unit,
            @Nullable Class<?> type) {}
}
