package dev.durahook.receiver.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.receiver.source.Declaration;
import dev.durahook.receiver.source.Source;
import org.junit.jupiter.api.Test;

class MediaTypesTest {

    private final Source any = Declaration.source("shop: {scheme: none}");
    private final Source json =
            Declaration.source("shop: {scheme: none, media-types: [application/json, application/*+json]}");

    @Test
    void anyByDefaultEvenNoneOrNonsense() {
        assertThat(any.acceptsMediaType("text/plain")).isTrue();
        assertThat(any.acceptsMediaType("nonsense")).isTrue();
        assertThat(any.acceptsMediaType(null)).isTrue();
    }

    @Test
    void onlyDeclaredMediaTypesAreAccepted() {
        assertThat(json.acceptsMediaType("application/json")).isTrue();
        assertThat(json.acceptsMediaType("Application/JSON; charset=utf-8")).isTrue();
        assertThat(json.acceptsMediaType("application/cloudevents+json")).isTrue();
        assertThat(json.acceptsMediaType("text/plain")).isFalse();
        assertThat(json.acceptsMediaType("nonsense")).isFalse();
        assertThat(json.acceptsMediaType("")).isFalse();
        assertThat(json.acceptsMediaType(null)).isFalse();
    }
}
