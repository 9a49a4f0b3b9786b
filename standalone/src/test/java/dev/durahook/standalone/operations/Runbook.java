package dev.durahook.standalone.operations;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The part of docs/operations.md for when something is wrong: commands under headings. */
final class Runbook {

    private static final String TITLE = "\n## When something is wrong\n";
    private static final Pattern INLINE =
            Pattern.compile("`(?:temporal|curl|java|sh|docker|kubectl|psql|(?:sh )?scripts/\\S+) [^`]*`");

    private final Map<String, OperatorsPage> sections = new LinkedHashMap<>();

    Runbook() {
        String text = OperatorsPage.read().text();
        String part = text.substring(text.indexOf(TITLE) + TITLE.length()).split("\n## ", 2)[0];
        List.of(part.split("\n### ")).stream()
                .skip(1)
                .map(section -> section.split("\n", 2))
                .forEach(section -> sections.put(section[0], new OperatorsPage(section[1])));
    }

    List<String> headings() {
        return List.copyOf(sections.keySet());
    }

    /** The commands under a heading: each line of its blocks, joined with the lines that continue it. */
    List<String> commands(String heading) {
        return section(heading).blocks("").stream()
                .map(block -> block.replace("\\\n", ""))
                .flatMap(String::lines)
                .filter(line -> !line.isBlank())
                .toList();
    }

    /** The only piece of Java under a heading. */
    String java(String heading) {
        return section(heading).blocks("java").get(0);
    }

    /** Commands outside blocks, which can't be copied as they are and which no test would find. */
    List<String> inlineCommands() {
        return sections.values().stream()
                .flatMap(section -> INLINE.matcher(section.text().replaceAll("(?s)```.*?```", ""))
                        .results())
                .map(command -> command.group())
                .toList();
    }

    private OperatorsPage section(String heading) {
        OperatorsPage section = sections.get(heading);
        if (section == null) {
            throw new IllegalArgumentException("docs/operations.md has no section '" + heading + "'");
        }
        return section;
    }
}
