package dev.durahook.workflows.reading;

import dev.durahook.workflows.WebhookEvent;
import dev.durahook.workflows.body.PayloadEncoding;
import io.temporal.api.common.v1.Payloads;
import io.temporal.common.converter.DataConverter;
import io.temporal.common.converter.EncodedValues;
import io.temporal.common.converter.RawValue;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInfo;
import io.temporal.workflow.unsafe.WorkflowUnsafe;
import java.lang.reflect.Array;
import java.lang.reflect.Type;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The exact arguments with which a workflow was started, and the reason if they can't be read as the types that its
 * method declares. Temporal decodes the arguments before any code of Durahook or of the author runs, and a failure at
 * that point fails the workflow's task again and again.
 */
public final class WorkflowArguments {

    private static final ThreadLocal<@Nullable WorkflowArguments> TO_DECODE = new ThreadLocal<>();
    private static final int EVENT = 0;

    private Undecoded source = new None();
    private @Nullable String problem;

    /** Runs work that decodes a workflow's arguments before it decodes anything else. */
    public void during(Runnable work) {
        TO_DECODE.set(this);
        try {
            work.run();
        } finally {
            TO_DECODE.remove();
        }
    }

    /**
     * Marks the beginning of the workflow: the values that the calling thread decodes from now on are no longer its
     * arguments.
     */
    public void begin(Object[] decoded) {
        TO_DECODE.remove();
        if (decoded.length == 1 && decoded[0] instanceof EncodedValues undecoded) {
            source = new OfDynamicWorkflow(undecoded);
        }
    }

    /** The arguments that the calling thread is about to decode, if any. */
    static Optional<WorkflowArguments> toDecode() {
        return Optional.ofNullable(TO_DECODE.get());
    }

    /** Why the arguments can't be read. Empty if they can. */
    public Optional<String> problem() {
        return Optional.ofNullable(problem);
    }

    /**
     * Whether the arguments are those of an event and this is the workflow that was started for that event. Only for
     * workflow code.
     */
    public boolean areOfEvent() {
        WorkflowInfo info = Workflow.getInfo();
        return info.getParentWorkflowId().isEmpty()
                && event().map(WebhookEvent::id)
                        .filter(info.getWorkflowId()::equals)
                        .isPresent();
    }

    /** The same arguments without decoding, for a new run. */
    public Object[] raw() {
        Object[] raw = new Object[source.size()];
        for (int i = 0; i < raw.length; i++) {
            raw[i] = source.get(i, RawValue.class, RawValue.class);
        }
        return raw;
    }

    /**
     * The arguments, decoded as the declared types. If the workflow is that of an event or a child workflow, an
     * argument that can't be read is null, or zero if its type is primitive.
     */
    @Nullable
    Object[] decode(DataConverter by, Optional<Payloads> content, Class<?>[] types, Type[] genericTypes) {
        TO_DECODE.remove();
        source = new OfTypedWorkflow(by, content);
        try {
            return by.fromPayloads(content, types, genericTypes);
        } catch (RuntimeException unreadable) {
            return readable(types, genericTypes, unreadable);
        }
    }

    /**
     * One argument, decoded as the declared type: Spring asks for the arguments of a constructor one by one. An
     * argument that can't be read is treated as in the other {@code decode}.
     */
    <T> @Nullable T decode(DataConverter by, int index, Optional<Payloads> content, Class<T> type, Type genericType) {
        source = new OfTypedWorkflow(by, content);
        try {
            return by.fromPayloads(index, content, type, genericType);
        } catch (RuntimeException unreadable) {
            if (!mayBeUnreadable() || problem(index, type, genericType) == null) {
                throw unreadable;
            }
            return emptyValue(type);
        }
    }

    private @Nullable Object[] readable(Class<?>[] types, Type[] genericTypes, RuntimeException unreadable) {
        @Nullable Object[] arguments = new Object[types.length];
        if (mayBeUnreadable()) {
            for (int i = 0; i < types.length; i++) {
                String reason = problem(i, types[i], genericTypes[i]);
                arguments[i] = reason == null ? source.get(i, types[i], genericTypes[i]) : emptyValue(types[i]);
                problem = problem == null ? reason : problem;
            }
        }
        if (problem == null) {
            throw unreadable;
        }
        return arguments;
    }

    // A replay, such as the check before a deploy, may not know the workflow's ID.
    private boolean mayBeUnreadable() {
        return Workflow.getInfo().getParentWorkflowId().isPresent() || WorkflowUnsafe.isReplaying() || areOfEvent();
    }

    // If the argument can't be fetched at all, for example because a key to decrypt it is missing, the exception
    // passes, because the next try may succeed.
    private @Nullable String problem(int index, Class<?> type, Type genericType) {
        RawValue raw = source.get(index, RawValue.class, RawValue.class);
        RuntimeException unreadable = read(index, type, genericType).failure();
        if (unreadable == null) {
            return null;
        }
        return PayloadEncoding.of(raw).isJson()
                ? reason(index, unreadable, genericType)
                : ReadFailure.notJson(genericType);
    }

    // The application's codec may fail at any call, so a value that can't be read is fetched and read once more.
    private <T> DecodedArgument<T> read(int index, Class<T> type, Type genericType) {
        try {
            return new DecodedArgument<>(source.get(index, type, genericType), null);
        } catch (RuntimeException unreadableOrNotDecoded) {
            source.get(index, RawValue.class, RawValue.class);
        }
        try {
            return new DecodedArgument<>(source.get(index, type, genericType), null);
        } catch (RuntimeException failure) {
            return new DecodedArgument<>(null, failure);
        }
    }

    /** An argument, or why it can't be read. */
    private record DecodedArgument<T>(
            @Nullable T value, @Nullable RuntimeException failure) {}

    private static String reason(int index, RuntimeException unreadable, Type genericType) {
        return index == EVENT
                ? ReadFailure.of(unreadable, genericType)
                : ReadFailure.ofArgument(unreadable, genericType);
    }

    // The value of an argument that can't be read: null, or the zero of a primitive type, which can't be null.
    @SuppressWarnings("unchecked")
    private static <T> @Nullable T emptyValue(Class<T> type) {
        return (T) Array.get(Array.newInstance(type, 1), 0);
    }

    // If the argument can't be fetched now, the exception passes: the next try may find that it is an event.
    private Optional<WebhookEvent> event() {
        if (source.size() == 0) {
            return Optional.empty();
        }
        source.get(EVENT, RawValue.class, RawValue.class);
        return Optional.ofNullable(
                read(EVENT, WebhookEvent.class, WebhookEvent.class).value());
    }

    /** The source from which the arguments are decoded. */
    private interface Undecoded {

        int size();

        <T> T get(int index, Class<T> type, Type genericType);
    }

    /** The source before any argument was decoded. */
    private record None() implements Undecoded {

        @Override
        public int size() {
            return 0;
        }

        @Override
        public <T> T get(int index, Class<T> type, Type genericType) {
            throw new IllegalStateException("there are no arguments");
        }
    }

    private record OfTypedWorkflow(DataConverter converter, Optional<Payloads> content) implements Undecoded {

        @Override
        public int size() {
            return content.map(Payloads::getPayloadsCount).orElse(0);
        }

        @Override
        public <T> T get(int index, Class<T> type, Type genericType) {
            return converter.fromPayloads(index, content, type, genericType);
        }
    }

    /** The source in a dynamic workflow, which decodes its arguments itself. */
    private record OfDynamicWorkflow(EncodedValues values) implements Undecoded {

        @Override
        public int size() {
            return values.getSize();
        }

        @Override
        public <T> T get(int index, Class<T> type, Type genericType) {
            return values.get(index, type, genericType);
        }
    }
}
