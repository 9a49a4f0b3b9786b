package dev.durahook.workflows.handling;

import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.BeanDeserializerBuilder;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.introspect.AnnotatedClass;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Refuses to read a type with annotations of Jackson 3. A Spring Boot application has both versions of Jackson on its
 * class path. Jackson 2 ignores the other version's annotations, so fields that these annotations name would silently be
 * null or zero.
 */
final class JacksonVersionCheck extends BeanDeserializerModifier {

    private static final long serialVersionUID = 1;
    private static final String JACKSON_3 = "tools.jackson.databind.annotation.";
    private static final String JACKSON_2 = "com.fasterxml.jackson.databind.annotation.";

    // These annotations only say how a value is written.
    private static final Set<String> FOR_WRITING = Set.of("JsonSerialize", "JsonAppend");

    @Override
    public BeanDeserializerBuilder updateBuilder(
            DeserializationConfig config, BeanDescription type, BeanDeserializerBuilder builder) {
        check(type.getClassInfo());
        return builder;
    }

    @Override
    public JsonDeserializer<?> modifyEnumDeserializer(
            DeserializationConfig config, JavaType type, BeanDescription values, JsonDeserializer<?> deserializer) {
        check(values.getClassInfo());
        return deserializer;
    }

    private static void check(AnnotatedClass type) {
        Class<?> raw = type.getRawType();
        elements(raw).forEach(element -> check(raw, element));
    }

    private static Stream<AnnotatedElement> elements(Class<?> type) {
        return Stream.of(
                        List.of(type),
                        Arrays.asList(type.getDeclaredFields()),
                        Arrays.asList(type.getDeclaredMethods()),
                        Arrays.asList(type.getDeclaredConstructors()),
                        Arrays.stream(type.getDeclaredConstructors())
                                .flatMap(constructor -> Arrays.stream(constructor.getParameters()))
                                .toList())
                .flatMap(List::stream);
    }

    // A type that both versions read has the annotations of both.
    private static void check(Class<?> type, AnnotatedElement element) {
        List<String> names = Arrays.stream(element.getAnnotations())
                .map(Annotation::annotationType)
                .map(Class::getName)
                .toList();
        names.stream()
                .filter(name -> name.startsWith(JACKSON_3))
                .map(name -> name.substring(JACKSON_3.length()))
                .filter(name -> !FOR_WRITING.contains(name) && !names.contains(JACKSON_2 + name))
                .findFirst()
                .ifPresent(name -> {
                    throw new OtherVersionException(type.getSimpleName() + " can't be read: its annotation " + JACKSON_3
                            + name + " is of Jackson 3, and bodies are read by Jackson 2; use " + JACKSON_2 + name);
                });
    }

    /** Says which annotation is of the other version. Jackson passes on this exception as it is. */
    static final class OtherVersionException extends RuntimeException {

        private static final long serialVersionUID = 1;

        OtherVersionException(String message) {
            super(message);
        }
    }
}
