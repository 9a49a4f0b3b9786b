package dev.durahook.reliability.install;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class SmallDiskTest {

    @Test
    void diskThatCantBeWrittenIsNotFull(@TempDir Path folder) {
        assertThatThrownBy(() -> SmallDisk.fill(folder))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("can't be filled");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void diskThatTakesNoMoreIsFull() {
        assertThatCode(() -> SmallDisk.fill(Path.of("/dev/full"))).doesNotThrowAnyException();
    }
}
