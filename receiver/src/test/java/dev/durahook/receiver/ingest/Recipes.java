package dev.durahook.receiver.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The declarations of docs/recipes.md, each a source with the secret of a test. */
final class Recipes {

    /** The secret that every sender of the page shares; Supabase shows it in Base64. */
    static final String SECRET = "a-secret-of-32-bytes-for-recipes";

    static final String OF_SUPABASE = "v1,whsec_YS1zZWNyZXQtb2YtMzItYnl0ZXMtZm9yLXJlY2lwZXM=";

    private static final Path PAGE = Path.of("../docs/recipes.md");
    private static final Pattern DECLARATION = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);
    private static final Pattern SOURCE =
            Pattern.compile("durahook:\n  sources:\n(    ([a-z-]+):\n.*)", Pattern.DOTALL);
    private static final Pattern SECRET_OF_THE_READER = Pattern.compile("\\$\\{[A-Z_]+}");

    private Recipes() {}

    /** The sources, as YAML under {@code durahook.sources}. */
    static String[] sources() {
        return declarations().stream().map(Recipes::source).toArray(String[]::new);
    }

    /** The names of the sources. */
    static List<String> names() {
        return declarations().stream()
                .map(declaration -> parts(declaration).group(2))
                .toList();
    }

    private static List<String> declarations() {
        return DECLARATION
                .matcher(page())
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private static String source(String declaration) {
        MatchResult parts = parts(declaration);
        String secret = parts.group(2).equals("supabase") ? OF_SUPABASE : SECRET;
        return SECRET_OF_THE_READER.matcher(parts.group(1).stripIndent()).replaceAll(secret);
    }

    private static MatchResult parts(String declaration) {
        return SOURCE.matcher(declaration)
                .results()
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("not one source: " + declaration));
    }

    private static String page() {
        try {
            return Files.readString(PAGE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
