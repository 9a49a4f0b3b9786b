package dev.durahook.loadsupport.effect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.loadsupport.time.MicroTime;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EffectsTest {

    @TempDir
    private Path folder;

    @Test
    void readsEachEffectOfEachEvent() {
        EffectLog log = new EffectLog(file());
        Effects effects = Effects.since(file());
        long before = MicroTime.now();

        log.note("github:1");
        log.note("github:2");
        log.note("github:1");

        assertThat(effects.read()).containsOnlyKeys("github:1", "github:2");
        assertThat(effects.read().get("github:1")).hasSize(2).allMatch(moment -> moment >= before);
    }

    @Test
    void leavesOutWhatWasNotedBefore() {
        EffectLog log = new EffectLog(file());
        log.note("github:1");

        Effects effects = Effects.since(file());
        log.note("github:2");

        assertThat(effects.read()).containsOnlyKeys("github:2");
    }

    @Test
    void readsALineOnlyWhenItIsComplete() throws Exception {
        Effects effects = Effects.since(file());

        append("17 github:1\n18 git");
        assertThat(effects.read()).containsOnlyKeys("github:1");

        append("hub:2\n");
        assertThat(effects.read()).containsEntry("github:2", List.of(18L)).hasSize(2);
    }

    @Test
    void readsNothingAsLongAsThereIsNoFile() {
        assertThat(Effects.since(file()).read()).isEmpty();
    }

    private Path file() {
        return folder.resolve("effects");
    }

    private void append(String text) throws Exception {
        Files.writeString(file(), text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
