package dev.durahook.standalone.operations;

import static dev.durahook.standalone.operations.RecordKeys.ANYTHING;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The keys that exist: the keys in the generated metadata of every library on the class path, and the keys of the
 * records in our maps, which the metadata does not cover.
 */
final class DeclaredKeys {

    private static final Pattern MAP = Pattern.compile("java\\.util\\.Map<java\\.lang\\.String,(.+)>");
    private static final JsonMapper JSON = new JsonMapper();

    // A destination has the keys of all destinations and those of its kind, so metadata can't name one type for it.
    private static final String DESTINATIONS = "durahook.destinations";
    private static final List<String> DESTINATION_TYPES = List.of(
            "dev.durahook.worker.destination.DestinationProperties",
            "dev.durahook.worker.destination.http.HttpDestinationProperties",
            "dev.durahook.worker.destination.workflow.declaration.WorkflowDestinationProperties",
            "dev.durahook.worker.destination.activity.ActivityDestinationProperties");

    private final Map<String, String> defaults = new HashMap<>();

    DeclaredKeys() {
        metadata().forEach(this::add);
        DESTINATION_TYPES.forEach(type -> addRecord(DESTINATIONS + ".<name>", RecordKeys.named(type)));
    }

    /** The keys with a prefix and their defaults; the text is empty if a key has no default. */
    Map<String, String> under(String prefix) {
        Map<String, String> found = new HashMap<>(defaults);
        found.keySet().removeIf(key -> !key.startsWith(prefix));
        return found;
    }

    /** Whether a name is a key, an element of a key, or a prefix of several keys. */
    boolean has(String name) {
        String wanted = name.replaceAll("\\.?\\*$", "");
        return defaults.keySet().stream().anyMatch(key -> isMeant(key, wanted));
    }

    /** Whether Spring would bind a key to a variable of the environment. */
    boolean hasVariable(String variable) {
        return defaults.keySet().stream()
                .flatMap(key -> Stream.of(key, key.replace("-", "")))
                .anyMatch(key -> variable.toLowerCase(Locale.ROOT)
                        .matches(key.replace(ANYTHING, ".+")
                                        .replaceAll("[.-](?!\\+)", "_")
                                        .replace("<name>", "\\w+")
                                        .replace("[<i>]", "_\\d+")
                                + "(_\\d+)?"));
    }

    private static boolean isMeant(String key, String wanted) {
        return key.equals(wanted)
                || key.startsWith(wanted + ".")
                || wanted.matches(Pattern.quote(key)
                                .replace("<name>", "\\E[^.]+\\Q")
                                .replace("<i>", "\\E\\d+\\Q")
                                .replace(ANYTHING, "\\E\\..+\\Q")
                        + "(\\[\\d+])?");
    }

    private void add(JsonNode property) {
        String name = property.path("name").asString();
        var map = MAP.matcher(property.path("type").asString(""));
        if (!map.matches()) {
            defaults.put(name, RecordKeys.text(property.path("defaultValue")));
        } else if (name.startsWith("durahook.") && !name.equals(DESTINATIONS)) {
            addRecord(name + ".<name>", RecordKeys.named(map.group(1)));
        } else if (!name.equals(DESTINATIONS)) {
            defaults.put(name + ANYTHING, "");
        }
    }

    private void addRecord(String prefix, RecordKeys keys) {
        keys.under(prefix, defaults);
    }

    private static Stream<JsonNode> metadata() {
        try {
            return Collections.list(Thread.currentThread()
                            .getContextClassLoader()
                            .getResources("META-INF/spring-configuration-metadata.json"))
                    .stream()
                    .flatMap(file -> read(file).path("properties").valueStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode read(URL file) {
        try (InputStream content = file.openStream()) {
            return JSON.readTree(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
