package dev.durahook.connection.configuration;

import dev.durahook.connection.secret.EmptyValueBindHandler;
import dev.durahook.connection.secret.InvalidTextException;
import dev.durahook.connection.secret.QuotedTextBindHandler;
import dev.durahook.connection.secret.ResolvedTextBindHandler;
import dev.durahook.connection.secret.TextWithKeysBindHandler;
import dev.durahook.connection.secret.WholeTextBindHandler;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.BindResult;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.PropertySourcesPlaceholdersResolver;
import org.springframework.boot.context.properties.bind.UnboundConfigurationPropertiesException;
import org.springframework.boot.context.properties.bind.handler.IgnoreTopLevelConverterNotFoundBindHandler;
import org.springframework.boot.context.properties.bind.handler.NoUnboundElementsBindHandler;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.UnboundElementsSourceFilter;
import org.springframework.boot.origin.Origin;
import org.springframework.core.env.Environment;

/** Refuses unknown keys. If a misspelt key were ignored, a default would stay in force without any notice. */
public final class KnownKeys {

    private KnownKeys() {}

    /**
     * Reads a group of named entries, and refuses an unknown key below the group.
     *
     * @param group such as {@code durahook.policies}
     * @param type the type of an entry, which defines the known keys
     * @throws org.springframework.boot.context.properties.bind.BindException if there is an unknown key, or what
     *     {@link #checked} refuses; the exception names the key
     */
    public static <T> Map<String, T> bind(Environment environment, String group, Class<T> type) {
        return Binder.get(environment, strict())
                .bind(group, Bindable.mapOf(String.class, type))
                .orElseGet(Map::of);
    }

    /**
     * Reads one entry, and refuses an unknown key below it, as {@link #bind(Environment, String, Class)} does.
     *
     * @param entry such as {@code durahook.destinations.crm}
     * @param others keys below the entry that are known too, but are read elsewhere
     * @return empty if no key of the entry is set
     */
    public static <T> BindResult<T> bindEntry(
            Environment environment, String entry, Class<T> type, Collection<String> others) {
        return entryBinder(environment, entry, others).bind(entry, Bindable.of(type));
    }

    /**
     * Reads some keys of an entry whose other keys are read elsewhere.
     *
     * @return empty if none of these keys is set
     */
    public static <T> BindResult<T> bindPart(Environment environment, String entry, Class<T> type) {
        return Binder.get(environment, checked(BindHandler.DEFAULT)).bind(entry, Bindable.of(type));
    }

    /**
     * Reads the names of a group's entries.
     *
     * @throws InvalidTextException if Spring can't tell two of them apart; the message is the rest of a sentence that
     *     begins with the group
     */
    public static Set<String> names(Environment environment, String group) {
        Set<String> names = Binder.get(environment)
                .bind(group, Bindable.mapOf(String.class, Object.class))
                .map(Map::keySet)
                .orElseGet(Set::of);
        DistinctNamesBindHandler.check(
                ConfigurationPropertyName.of(group), names, ConfigurationPropertySources.get(environment));
        return names;
    }

    /**
     * Refuses a variable of the environment that belongs to no entry of a group.
     *
     * @param names the names of the group's entries
     * @throws InvalidTextException if there is such a variable; the message is the rest of a sentence that begins with
     *     the group
     */
    public static void requireEntries(Environment environment, String group, Collection<String> names) {
        DeclaredNamesBindHandler.check(
                ConfigurationPropertyName.of(group), names, ConfigurationPropertySources.get(environment));
    }

    /** Returns the values that an entry has if no key is set. */
    public static <T> T defaults(Class<T> type) {
        return new Binder(List.of()).bindOrCreate("defaults", type);
    }

    private static Binder entryBinder(Environment environment, String entry, Collection<String> others) {
        ConfigurationPropertyName name = ConfigurationPropertyName.of(entry);
        List<ConfigurationPropertySource> sources = new ArrayList<>();
        for (ConfigurationPropertySource source : ConfigurationPropertySources.get(environment)) {
            sources.add(source.filter(
                    key -> others.stream().map(name::append).noneMatch(other -> isAtOrBelow(key, other))));
        }
        return new Binder(
                sources,
                new PropertySourcesPlaceholdersResolver(environment),
                null,
                null,
                strict(readElsewhere(environment, name, others)));
    }

    // The variables of an entry my-shop begin like those of an entry my.
    private static Predicate<String> readElsewhere(
            Environment environment, ConfigurationPropertyName entry, Collection<String> others) {
        ConfigurationPropertyName group = entry.getParent();
        Stream<String> siblings = group.getNumberOfElements() > 1
                ? names(environment, group.toString()).stream()
                        .map(name -> group.append(name).toString())
                        .filter(name -> name.startsWith(entry + "-"))
                : Stream.of();
        List<String> keys = Stream.concat(
                        siblings,
                        others.stream().map(other -> entry.append(other).toString()))
                .toList();
        return variable -> keys.stream().anyMatch(key -> UnknownVariablesBindHandler.isBelow(key, variable + "_"));
    }

    private static boolean isAtOrBelow(ConfigurationPropertyName key, ConfigurationPropertyName other) {
        return other.equals(key) || other.isAncestorOf(key);
    }

    /**
     * Refuses unknown keys, and what {@link #checked} refuses. Unknown variables of the environment get a warning.
     *
     * @param types the types whose values are made from a text that must be in quotation marks, as a secret must
     */
    public static BindHandler strict(Class<?>... types) {
        return strict(variable -> false, types);
    }

    private static BindHandler strict(Predicate<String> isReadElsewhere, Class<?>... types) {
        BindHandler known = new NoUnboundElementsBindHandler(
                new IgnoreTopLevelConverterNotFoundBindHandler(), new UnboundElementsSourceFilter());
        return new UnknownVariablesBindHandler(checked(known, types), isReadElsewhere);
    }

    /**
     * Refuses texts that YAML reads as something else, placeholders without a value, lists of secrets that are one text
     * with a comma, empty values, durations and sizes without a unit, entries whose names Spring can't tell apart, and
     * variables of the environment that belong to no entry, or that set a key of a value that is a text.
     *
     * @param types as in {@link #strict}
     */
    public static BindHandler checked(BindHandler parent, Class<?>... types) {
        BindHandler names = new DistinctNamesBindHandler(new DeclaredNamesBindHandler(parent));
        BindHandler texts = new TextWithKeysBindHandler(names, types);
        BindHandler values = new EmptyValueBindHandler(new UnitBindHandler(texts));
        return new ResolvedTextBindHandler(new QuotedTextBindHandler(new WholeTextBindHandler(values, types), types));
    }

    /** The unknown keys that have ended a binding, with commas between them. Their values may be secrets. */
    public static String unknownIn(UnboundConfigurationPropertiesException failure) {
        return failure.getUnboundProperties().stream()
                .map(property -> property.getName().toString())
                .collect(Collectors.joining(", "));
    }

    /** The remedy for the unknown keys that have ended a binding, with the places in which the keys are declared. */
    public static String remedyFor(UnboundConfigurationPropertiesException failure) {
        String places = places(failure.getUnboundProperties().stream());
        return "check its spelling" + listRemedy(failure) + (places.isEmpty() ? "" : "; it is declared in " + places);
    }

    /** Spring merges no lists: a key is unknown if a list in a place that comes before replaces the list with the key. */
    static String listRemedy(UnboundConfigurationPropertiesException failure) {
        return failure.getUnboundProperties().stream()
                        .map(ConfigurationProperty::getName)
                        .anyMatch(KnownKeys::isInList)
                ? ", and remove the key if another place replaces its list, such as a profile's file, a variable or an"
                        + " argument"
                : "";
    }

    private static boolean isInList(ConfigurationPropertyName name) {
        return IntStream.range(0, name.getNumberOfElements()).anyMatch(name::isNumericIndex);
    }

    /** The places in which properties are written, with commas between them. */
    static String places(Stream<? extends @Nullable ConfigurationProperty> properties) {
        return properties
                .map(Origin::from)
                .filter(Objects::nonNull)
                .map(Origin::toString)
                .distinct()
                .collect(Collectors.joining(", "));
    }

    /** Refuses an unknown key below a group whose values are read elsewhere, as {@link #bind} does. */
    public static void require(Environment environment, String group, Class<?> type) {
        bind(environment, group, type);
    }
}
