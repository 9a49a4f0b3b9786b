package dev.durahook.signing.event;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The index of the event types that have a sample. The index is needed because types contain characters that a file's
 * name should not contain.
 *
 * @param samples the lines of the index
 */
public record SampleIndex(List<IndexedSample> samples) {

    /** The index in this jar. */
    public static final SampleIndex LOADED = new SampleIndex(
            Samples.read("index.txt").lines().map(IndexedSample::of).toList());

    Optional<IndexedSample> find(String scheme, @Nullable String type) {
        return samples.stream()
                .filter(sample ->
                        sample.scheme().equals(scheme) && sample.type().equals(type))
                .findFirst();
    }

    List<String> types(String scheme) {
        return samples.stream()
                .filter(sample -> sample.scheme().equals(scheme))
                .map(IndexedSample::type)
                .toList();
    }

    /**
     * One sample in the index.
     *
     * @param type the event type as the provider writes it
     * @param file the sample's file, relative to the directory of the samples
     */
    public record IndexedSample(String scheme, String type, String file) {

        private static IndexedSample of(String line) {
            String[] words = line.split(" ", 3);
            return new IndexedSample(words[0], words[1], words[2]);
        }
    }
}
