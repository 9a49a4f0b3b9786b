package dev.durahook.benchmarks.load;

import dev.durahook.benchmarks.load.mode.Mode;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the names of modes on the command line. */
final class ModeConverter implements ITypeConverter<Mode> {

    @Override
    public Mode convert(String label) {
        return Stream.of(Mode.values())
                .filter(mode -> mode.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException("'" + label + "' is not a mode; use one of "
                        + Stream.of(Mode.values()).map(Mode::label).collect(Collectors.joining(", "))));
    }
}
