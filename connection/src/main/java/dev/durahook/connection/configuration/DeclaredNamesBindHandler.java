package dev.durahook.connection.configuration;

import dev.durahook.connection.secret.EnvironmentVariables;
import dev.durahook.connection.secret.InvalidTextException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.AbstractBindHandler;
import org.springframework.boot.context.properties.bind.BindContext;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName.Form;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;

/**
 * Refuses a variable of the environment that belongs to no entry of its group. From variables alone, Spring can't tell
 * where a name has a hyphen: all keys of a source my-shop would be ignored, and its URL would answer 404. Below a key
 * with a hyphen, such as request-headers, Spring finds no names at all: requests would be sent without their credential.
 */
final class DeclaredNamesBindHandler extends AbstractBindHandler {

    private static final ConfigurationPropertyName ROOT = ConfigurationPropertyName.of("durahook");

    /** Checks what another handler has bound. */
    DeclaredNamesBindHandler(BindHandler parent) {
        super(parent);
    }

    /** Refuses a variable with an {@link InvalidTextException}, which the binder wraps with the group. */
    @Override
    public void onFinish(
            ConfigurationPropertyName name, Bindable<?> target, BindContext context, @Nullable Object result)
            throws Exception {
        if (Map.class.equals(target.getType().resolve())) {
            if (ROOT.isParentOf(name)) {
                check(name, result instanceof Map<?, ?> entries ? entries.keySet() : List.of(), context.getSources());
            } else if (ROOT.isAncestorOf(name)
                    && name.getLastElement(Form.DASHED).contains("-")) {
                checkBelowHyphen(name, context.getSources());
            }
        }
        super.onFinish(name, target, context, result);
    }

    /**
     * Looks for the entry of each variable.
     *
     * @param names the names of the group's entries
     * @throws InvalidTextException if a variable belongs to no entry
     */
    static void check(
            ConfigurationPropertyName group, Collection<?> names, Iterable<ConfigurationPropertySource> sources) {
        String prefix = variable(group.toString());
        List<String> known =
                names.stream().map(name -> prefix + variable(name.toString())).toList();
        EnvironmentVariables.sources(sources)
                .flatMap(EnvironmentVariables::names)
                .map(name -> name.toUpperCase(Locale.ROOT))
                .filter(name -> name.startsWith(prefix) && known.stream().noneMatch(name::startsWith))
                .findFirst()
                .ifPresent(DeclaredNamesBindHandler::refuse);
    }

    private static void checkBelowHyphen(ConfigurationPropertyName key, Iterable<ConfigurationPropertySource> sources) {
        List<String> declared = declared(key, sources);
        EnvironmentVariables.sources(sources)
                .flatMap(EnvironmentVariables::namesWithValue)
                .map(name -> name.toUpperCase(Locale.ROOT))
                .filter(name -> UnknownVariablesBindHandler.isBelow(key.toString(), name))
                .filter(name -> declared.stream().noneMatch((name + "_")::equals))
                .findFirst()
                .ifPresent(DeclaredNamesBindHandler::refuseBelowHyphen);
    }

    /** The variables that replace values which are declared in a file or an argument. */
    private static List<String> declared(ConfigurationPropertyName key, Iterable<ConfigurationPropertySource> sources) {
        List<String> declared = new ArrayList<>();
        for (ConfigurationPropertySource source : sources) {
            if (source instanceof IterableConfigurationPropertySource iterable && !EnvironmentVariables.isIn(source)) {
                iterable.stream()
                        .filter(key::isAncestorOf)
                        .map(name -> variable(name.toString()))
                        .forEach(declared::add);
            }
        }
        return declared;
    }

    /** The beginning of the variables of the environment for the keys below this one. */
    static String variable(String name) {
        return name.toUpperCase(Locale.ROOT).replaceAll("\\W", "_") + "_";
    }

    private static void refuseBelowHyphen(String variable) {
        throw new InvalidTextException("has no entry to which the variable " + variable
                + " of the environment belongs: write the entry into a file, with a placeholder as its value, such as"
                + " Authorization: \"${CRM_AUTHORIZATION}\", and name the variable like the placeholder");
    }

    private static void refuse(String variable) {
        throw new InvalidTextException("has no entry to which the variable " + variable
                + " of the environment belongs: check the spelling. If the entry's name has a hyphen, at least one key of"
                + " the entry must be in a file or an argument, because a variable does not tell where the hyphen is");
    }
}
