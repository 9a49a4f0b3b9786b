package dev.durahook.connection.configuration;

import dev.durahook.connection.secret.InvalidTextException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.AbstractBindHandler;
import org.springframework.boot.context.properties.bind.BindContext;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.convert.DataSizeUnit;
import org.springframework.boot.convert.DurationUnit;
import org.springframework.core.ResolvableType;
import org.springframework.util.unit.DataSize;

/**
 * Refuses a duration or a data size of Durahook that has no unit. Spring reads a bare number as milliseconds or as
 * bytes, and YAML reads 1:00:00 as the number 3600: parked events would be discarded after seconds, and every delivery
 * would be too old or too large. A number is taken if its key declares a unit, by {@link DurationUnit} or {@link
 * DataSizeUnit}.
 */
final class UnitBindHandler extends AbstractBindHandler {

    private static final ConfigurationPropertyName ROOT = ConfigurationPropertyName.of("durahook");
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d+");
    private static final Pattern ZERO = Pattern.compile("[+-]?0+");
    private static final Map<Class<?>, String> PROBLEMS = Map.of(
            Duration.class,
            "has no unit, and a number would count as milliseconds: write the unit, as in 500ms, 30s, 5m, 1h or 7d",
            DataSize.class,
            "has no unit, and a number would count as bytes: write the unit, as in 500000B, 64KB or 1MB");

    /** Checks a value before another handler binds it. */
    UnitBindHandler(BindHandler parent) {
        super(parent);
    }

    /** Refuses a number with an {@link InvalidTextException}, which the binder wraps with the key. */
    @Override
    public <T> @Nullable Bindable<T> onStart(ConfigurationPropertyName name, Bindable<T> target, BindContext context) {
        String problem = PROBLEMS.get(element(target.getType()));
        if (problem != null && !hasUnit(target) && ROOT.isAncestorOf(name) && hasNumber(name, context)) {
            throw new InvalidTextException(problem);
        }
        return super.onStart(name, target, context);
    }

    // The author of a kind of destination may have declared the unit of a number. Spring does not apply the unit to
    // the elements of a list that are written one by one, and hands the elements over without the annotation.
    private static boolean hasUnit(Bindable<?> target) {
        return target.getAnnotation(DurationUnit.class) != null || target.getAnnotation(DataSizeUnit.class) != null;
    }

    // The binder resolves placeholders. A list may be written as one text with commas.
    private static boolean hasNumber(ConfigurationPropertyName name, BindContext context) {
        return context.getBinder()
                .bind(name, Bindable.of(String.class), BindHandler.DEFAULT)
                .map(text -> Arrays.stream(text.split(",")).map(String::strip).anyMatch(UnitBindHandler::isNumber))
                .orElse(false);
    }

    private static boolean isNumber(String text) {
        return NUMBER.matcher(text).matches() && !ZERO.matcher(text).matches();
    }

    private static Class<?> element(ResolvableType type) {
        ResolvableType collection = type.asCollection();
        return (collection.hasGenerics() ? collection.getGeneric() : type).resolve(Object.class);
    }
}
