package dev.durahook.testing;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which types have a sample. Types hold characters that no file's name should.
 *
 * @param entries a line of the index each
 */
record SampleIndex(List<Entry> entries) {

    static final SampleIndex LOADED =
            new SampleIndex(Samples.read("index.txt").lines().map(Entry::of).toList());

    Optional<Entry> find(String scheme, @Nullable String type) {
        return entries.stream()
                .filter(entry -> entry.scheme().equals(scheme) && entry.type().equals(type))
                .findFirst();
    }

    List<String> types(String scheme) {
        return entries.stream()
                .filter(entry -> entry.scheme().equals(scheme))
                .map(Entry::type)
                .toList();
    }

    /**
     * A sample.
     *
     * @param type as the provider writes it
     * @param file where it is, below the samples
     */
    record Entry(String scheme, String type, String file) {

        private static Entry of(String line) {
            String[] words = line.split(" ", 3);
            return new Entry(words[0], words[1], words[2]);
        }
    }
}
