package dev.durahook.worker.parking;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import dev.durahook.worker.StartReports;
import dev.durahook.worker.WorkerContext;
import io.temporal.api.common.v1.Payload;
import io.temporal.common.converter.CodecDataConverter;
import io.temporal.common.converter.DataConverter;
import io.temporal.common.converter.DefaultDataConverter;
import io.temporal.common.converter.JacksonJsonPayloadConverter;
import io.temporal.payload.codec.PayloadCodec;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** A data converter of the application that can't write events is reported before the first delivery. */
class EventConverterTest {

    @Test
    void converterThatCanNotWriteEventsStopsTheStart() {
        with(of(new ObjectMapper())).run(context -> {
            assertThat(context).hasFailed();
            FailureAnalysis report = StartReports.first(context.getStartupFailure());
            assertThat(report.getDescription())
                    .startsWith("The application's DataConverter can't write and read events: ")
                    .contains("WebhookEvent[\"receivedAt\"]");
            assertThat(report.getAction()).contains("JacksonJsonPayloadConverter.newDefaultObjectMapper()");
        });
    }

    @Test
    void converterWithNamesOfItsOwnStarts() {
        ObjectMapper mapper = JacksonJsonPayloadConverter.newDefaultObjectMapper();
        mapper.setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE);
        with(of(mapper)).run(context -> assertThat(context).hasNotFailed());
    }

    // Its key may be on a server that does not answer yet.
    @Test
    void codecIsNotAsked() {
        with(new CodecDataConverter(of(JacksonJsonPayloadConverter.newDefaultObjectMapper()), List.of(new LostKey())))
                .run(context -> assertThat(context).hasNotFailed());
    }

    private static DataConverter of(ObjectMapper mapper) {
        return DefaultDataConverter.newDefaultInstance()
                .withPayloadConverterOverrides(new JacksonJsonPayloadConverter(mapper));
    }

    private static ApplicationContextRunner with(DataConverter converter) {
        return WorkerContext.with().withBean(DataConverter.class, () -> converter);
    }

    private static final class LostKey implements PayloadCodec {

        @Override
        public List<Payload> encode(List<Payload> payloads) {
            throw new IllegalStateException("no key");
        }

        @Override
        public List<Payload> decode(List<Payload> payloads) {
            throw new IllegalStateException("no key");
        }
    }
}
