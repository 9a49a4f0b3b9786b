package dev.durahook.worker.parking;

import io.temporal.api.enums.v1.IndexedValueType;

/**
 * Whether workflows can set the search attribute.
 *
 * @param kind the answer
 * @param type the registered type; unspecified if the attribute is not registered, or the type can't be read
 */
record StatusAttributeState(Kind kind, IndexedValueType type) {

    /** The possible answers. */
    enum Kind {
        /** The attribute is registered with the type Keyword. */
        USABLE,
        /** The attribute is not registered. */
        MISSING,
        /** An attribute of another type has this name. Setting it would fail the workflow's task. */
        OF_ANOTHER_TYPE,
        /** The server does not support search attributes, such as the in-memory test server. */
        UNKNOWN_TO_SERVER
    }

    /** The answer of a server that tells the type. */
    static StatusAttributeState of(IndexedValueType type) {
        return switch (type) {
            case INDEXED_VALUE_TYPE_KEYWORD -> new StatusAttributeState(Kind.USABLE, type);
            case INDEXED_VALUE_TYPE_UNSPECIFIED -> new StatusAttributeState(Kind.MISSING, type);
            default -> new StatusAttributeState(Kind.OF_ANOTHER_TYPE, type);
        };
    }

    /** The answer of a server that does not tell the type. */
    static StatusAttributeState of(Kind kind) {
        return new StatusAttributeState(kind, IndexedValueType.INDEXED_VALUE_TYPE_UNSPECIFIED);
    }

    /** The name of the registered type, such as {@code INT}. */
    String typeName() {
        return type.name().replaceFirst("^INDEXED_VALUE_TYPE_", "");
    }
}
