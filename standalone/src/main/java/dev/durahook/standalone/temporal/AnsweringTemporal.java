package dev.durahook.standalone.temporal;

import java.util.Optional;

/** A Temporal that already runs on this machine, on the port where it is looked for. */
public final class AnsweringTemporal implements TemporalCandidate {

    private final TemporalProbe temporal;
    private final WebUiProbe webUi;
    private final LocalPorts ports;

    /** Looks for a server and its Web UI on these ports. */
    public AnsweringTemporal(TemporalProbe temporal, WebUiProbe webUi, LocalPorts ports) {
        this.temporal = temporal;
        this.webUi = webUi;
        this.ports = ports;
    }

    @Override
    public Optional<Temporal> find() {
        return temporal.answers(ports.target()) ? Optional.of(found()) : Optional.empty();
    }

    private Temporal found() {
        return Temporal.lasting(
                ports.target(),
                webUi.on(ports.webUi()).orElse(null),
                "the server that already answers on " + ports.target());
    }
}
