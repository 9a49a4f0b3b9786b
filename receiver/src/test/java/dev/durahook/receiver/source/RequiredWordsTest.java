package dev.durahook.receiver.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.receiver.handshake.VisitRule;
import dev.durahook.receiver.scheme.Scheme;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Spring binds null if a key is missing and has no default. A rule that does not expect that would start, and fail for
 * each delivery.
 */
class RequiredWordsTest {

    @Test
    void everyKeyHasADefaultOrMayBeMissing() {
        assertThat(boundToNull(Set.of(SourceProperties.class, Scheme.class)))
                .as("keys that are bound to null; a row of RuleMistakesTest or HandshakeMistakesTest must refuse that")
                .containsExactly(VisitRule.class.getSimpleName() + ".url");
    }

    private static Set<String> boundToNull(Set<Class<?>> roots) {
        Set<String> keys = new TreeSet<>();
        Set<Class<?>> records = new LinkedHashSet<>();
        roots.forEach(root -> addReachable(root, records));
        for (Class<?> bound : records) {
            Parameter[] parameters = bound.getDeclaredConstructors()[0].getParameters();
            RecordComponent[] components = bound.getRecordComponents();
            for (int i = 0; i < components.length; i++) {
                if (!components[i].getType().isPrimitive()
                        && !components[i].getAnnotatedType().isAnnotationPresent(Nullable.class)
                        && !parameters[i].isAnnotationPresent(DefaultValue.class)) {
                    keys.add(bound.getSimpleName() + "." + components[i].getName());
                }
            }
        }
        return keys;
    }

    private static void addReachable(Type type, Set<Class<?>> records) {
        if (type instanceof ParameterizedType parameterized) {
            for (Type argument : parameterized.getActualTypeArguments()) {
                addReachable(argument, records);
            }
        } else if (type instanceof Class<?> bound && bound.isRecord() && records.add(bound)) {
            for (RecordComponent component : bound.getRecordComponents()) {
                addReachable(component.getGenericType(), records);
            }
        }
    }
}
