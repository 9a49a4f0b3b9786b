package dev.durahook.workflows.reading;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.durahook.workflows.EventBody;
import io.temporal.api.common.v1.Payload;
import io.temporal.api.common.v1.Payloads;
import io.temporal.api.failure.v1.Failure;
import io.temporal.common.converter.DataConverter;
import io.temporal.common.converter.DataConverterException;
import io.temporal.common.converter.DefaultDataConverter;
import io.temporal.common.converter.JacksonJsonPayloadConverter;
import io.temporal.payload.context.SerializationContext;
import java.lang.reflect.Type;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Wraps the application's own data converter and changes two things. If the arguments of an event's workflow can't be
 * read, this converter keeps them, so that the event is parked. And its error messages quote no value that can't be
 * read, because Temporal logs these messages and writes them into histories.
 *
 * <p>Every client whose workers run workflows of events must have this converter, in tests as well. Without it, a body
 * of another type fails the workflow's task again and again.
 */
public final class EventDataConverter implements DataConverter {

    private final DataConverter delegate;

    /** Wraps the application's own converter. Temporal's standard converter is replaced by {@link #standard}. */
    public EventDataConverter(DataConverter delegate) {
        this.delegate = delegate == DefaultDataConverter.STANDARD_INSTANCE ? standard() : delegate;
    }

    /**
     * Makes a converter that reads and writes as Temporal's standard converter does, and whose parser keeps nothing of what
     * it has read. The standard converter keeps the names of fields in one table for the whole process, which senders
     * could fill. An application that encodes its payloads should wrap this converter.
     */
    public static DataConverter standard() {
        ObjectMapper mapper = JacksonJsonPayloadConverter.newDefaultObjectMapper()
                .copyWith(EventBody.parsers().build());
        return DefaultDataConverter.newDefaultInstance()
                .withPayloadConverterOverrides(new JacksonJsonPayloadConverter(mapper));
    }

    @Override
    public @Nullable Object[] fromPayloads(Optional<Payloads> content, Class<?>[] types, Type[] genericTypes) {
        return withoutValues(
                () -> WorkflowArguments.toDecode()
                        .map(arguments -> arguments.decode(delegate, content, types, genericTypes))
                        .orElseGet(() -> delegate.fromPayloads(content, types, genericTypes)),
                types.length == 0 ? Object.class : types[0]);
    }

    @Override
    public <T> @Nullable T fromPayloads(int index, Optional<Payloads> content, Class<T> type, Type genericType) {
        WorkflowArguments arguments = WorkflowArguments.toDecode().orElse(null);
        return withoutValues(
                () -> arguments == null
                        ? delegate.fromPayloads(index, content, type, genericType)
                        : arguments.decode(delegate, index, content, type, genericType),
                genericType);
    }

    @Override
    public <T> T fromPayload(Payload payload, Class<T> type, Type genericType) {
        return withoutValues(() -> delegate.fromPayload(payload, type, genericType), genericType);
    }

    private static <T extends @Nullable Object> T withoutValues(Supplier<T> value, Type wanted) {
        try {
            return value.get();
        } catch (DataConverterException e) {
            throw ReadFailure.withoutValues(e, wanted);
        }
    }

    @Override
    public <T> Optional<Payload> toPayload(T value) {
        return delegate.toPayload(value);
    }

    @Override
    public Optional<Payloads> toPayloads(Object... values) {
        return delegate.toPayloads(values);
    }

    @Override
    public RuntimeException failureToException(Failure failure) {
        return delegate.failureToException(failure);
    }

    @Override
    public Failure exceptionToFailure(Throwable throwable) {
        return delegate.exceptionToFailure(throwable);
    }

    @Override
    public DataConverter withContext(SerializationContext context) {
        return new EventDataConverter(delegate.withContext(context));
    }
}
