package dev.durahook.receiver.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.receiver.source.Deliveries;
import io.temporal.common.converter.DefaultDataConverter;
import org.junit.jupiter.api.Test;

class SummaryTest {

    @Test
    void leavesOutAPartWhoseValueIsMissing() {
        String template = "{type}[ {/action}][ · {/repo/name} #{/number}]";
        assertThat(summary(template, "{\"action\": \"opened\", \"repo\": {\"name\": \"a/b\"}, \"number\": 1}"))
                .isEqualTo("issues opened · a/b #1");
        assertThat(summary(template, "{\"repo\": {\"name\": \"a/b\"}}")).isEqualTo("issues");
        assertThat(summary(template, "not json")).isEqualTo("issues");
    }

    @Test
    void letsNothingThroughThatMarkdownWouldMakeALinkOrAnImageOf() {
        assertThat(summary("{type}[ {/name}]", "{\"name\": \"![x](http://evil/?a=b) <img> `c` *d*\\n\\u0000\"}"))
                .isEqualTo("issues __x__http:_evil/_a_b_ _img_ _c_ _d___");
    }

    @Test
    void aTypeAloneIsNotTrustedEither() {
        Summary summary = new Summary("{/missing}");
        assertThat(summary.of("<img>", EventValues.of(Deliveries.of("{}"), summary.pointers())))
                .isEqualTo("_img_");
    }

    @Test
    void letsLettersOfEveryLanguageThrough() {
        assertThat(summary("{type}[ {/name}]", "{\"name\": \"Bestellung für Ångström 東京\"}"))
                .isEqualTo("issues Bestellung für Ångström 東京");
    }

    @Test
    void dollarInAValueIsNotAReference() {
        assertThat(summary("{type}[ {/name}]", "{\"name\": \"$1 \\\\2\"}")).isEqualTo("issues _1 _2");
    }

    @Test
    void leavesRoomForACodecBelowTemporalsLimitOf400BytesOfPayload() {
        String astral = new String(Character.toChars(0x20000)).repeat(500);
        String line = summary("{type}[ {/name}][ {/other}]", "{\"name\": \"" + astral + "\", \"other\": \"x\"}");
        assertThat(DefaultDataConverter.newDefaultInstance()
                        .toPayload(line)
                        .orElseThrow()
                        .getSerializedSize())
                .isBetween(200, 245);
        assertThat(line).startsWith("issues 𠀀").doesNotContain("\ufffd");
    }

    private static String summary(String template, String body) {
        Summary summary = new Summary(template);
        return summary.of("issues", EventValues.of(Deliveries.of(body), summary.pointers()));
    }
}
