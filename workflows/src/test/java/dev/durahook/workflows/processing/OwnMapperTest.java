package dev.durahook.workflows.processing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.durahook.workflows.attempt.FirstFailure;
import dev.durahook.workflows.destination.DestinationReceipt;
import dev.durahook.workflows.routing.Plan;
import dev.durahook.workflows.routing.WorkWithPlan;
import dev.durahook.workflows.shop.Shop;
import io.temporal.api.common.v1.Payload;
import io.temporal.common.converter.DataConverter;
import io.temporal.common.converter.DefaultDataConverter;
import io.temporal.common.converter.JacksonJsonPayloadConverter;
import io.temporal.common.converter.RawValue;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Applications may set their mapper as they like. Each of them must read what histories hold. */
class OwnMapperTest {

    static Stream<ObjectMapper> mappers() {
        return Stream.of(
                mapper().enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES),
                mapper().setDefaultPropertyInclusion(JsonInclude.Include.NON_EMPTY),
                mapper().setPropertyNamingStrategy(PropertyNamingStrategies.UPPER_CAMEL_CASE),
                mapper().enable(SerializationFeature.WRAP_ROOT_VALUE).enable(DeserializationFeature.UNWRAP_ROOT_VALUE));
    }

    private static ObjectMapper mapper() {
        return JacksonJsonPayloadConverter.newDefaultObjectMapper();
    }

    @ParameterizedTest
    @MethodSource("mappers")
    void recordedValuesAreReadAsTheyWereWritten(ObjectMapper mapper) {
        DataConverter converter = of(mapper);
        Plan plan = new Plan(List.of(), false)
                .with(new WorkWithPlan(Map.of(Shop.POLICY, Shop.THREE_ATTEMPTS), null, Set.of()));
        for (Object value : List.of(
                Shop.THREE_ATTEMPTS,
                plan,
                EventProgress.begin(plan),
                FirstFailure.of(new Exception("x"), Duration.ZERO))) {
            Payload payload = converter.toPayload(value).orElseThrow();
            assertThat(converter.<Object>fromPayload(payload, type(value), value.getClass()))
                    .isEqualTo(value);
        }
    }

    @ParameterizedTest
    @MethodSource("mappers")
    void answerOfADestinationIsFoundInItsReceipt(ObjectMapper mapper) {
        Payload receipt = of(mapper)
                .toPayload(new DestinationReceipt(200, null, "crm answered 200"))
                .orElseThrow();
        assertThat(StepResult.ofDestination(new RawValue(receipt))).contains("crm answered 200");
    }

    private static DataConverter of(ObjectMapper mapper) {
        return DefaultDataConverter.newDefaultInstance()
                .withPayloadConverterOverrides(new JacksonJsonPayloadConverter(mapper));
    }

    @SuppressWarnings("unchecked")
    private static Class<Object> type(Object value) {
        return (Class<Object>) value.getClass();
    }
}
