package dev.durahook.standalone.operations;

import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.bind.Name;
import tools.jackson.databind.JsonNode;

/**
 * The keys that Spring binds to a record's components.
 *
 * @param type the record
 */
record RecordKeys(Class<?> type) {

    /** The end of a key under which a map of texts may have any name. */
    static final String ANYTHING = ".<*>";

    static RecordKeys named(String type) {
        try {
            return new RecordKeys(Class.forName(type));
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A default of the metadata in the form of {@link DefaultValue}'s. */
    static String text(JsonNode value) {
        return value.isArray()
                ? String.join(", ", value.valueStream().map(RecordKeys::text).toList())
                : value.asString("");
    }

    /** Adds each key below a prefix with its default, or with empty text if there is none. */
    void under(String prefix, Map<String, String> keys) {
        under(prefix, keys, List.of());
    }

    /**
     * Adds the keys inside records of these types. A record that contains its own type, as an alternative, is entered
     * once.
     */
    private void under(String prefix, Map<String, String> keys, List<Class<?>> around) {
        if (Collections.frequency(around, type) > 1) {
            return;
        }
        List<Class<?>> types = Stream.concat(around.stream(), Stream.of(type)).toList();
        RecordComponent[] components = type.getRecordComponents();
        Constructor<?> constructor = constructor(components);
        for (int i = 0; i < components.length; i++) {
            var parameter = constructor.getParameters()[i];
            Name name = parameter.getAnnotation(Name.class);
            String key = prefix + "." + (name != null ? name.value() : kebab(components[i].getName()));
            keys.put(key, defaultOf(parameter.getAnnotation(DefaultValue.class), components[i].getType()));
            addNested(key, components[i].getGenericType(), keys, types);
        }
    }

    private Constructor<?> constructor(RecordComponent[] components) {
        try {
            return type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String defaultOf(DefaultValue annotation, Class<?> type) {
        if (annotation != null) {
            return String.join(", ", annotation.value());
        }
        return type == boolean.class ? "false" : "";
    }

    private static void addNested(String key, Type type, Map<String, String> keys, List<Class<?>> around) {
        if (type instanceof Class<?> nested && nested.isRecord()) {
            new RecordKeys(nested).under(key, keys, around);
        } else if (type instanceof ParameterizedType generic) {
            List<Type> arguments = List.of(generic.getActualTypeArguments());
            String element = generic.getRawType() == Map.class ? ANYTHING : "[<i>]";
            keys.put(key + element, "");
            addNested(key + element, arguments.get(arguments.size() - 1), keys, around);
        }
    }

    private static String kebab(String component) {
        return component.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }
}
