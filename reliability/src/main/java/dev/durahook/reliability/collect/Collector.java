package dev.durahook.reliability.collect;

import dev.durahook.loadsupport.effect.Effects;
import dev.durahook.reliability.install.RunLedger;
import dev.durahook.reliability.install.RunSetting;
import dev.durahook.reliability.record.EventKind;
import dev.durahook.reliability.record.Records;
import dev.durahook.reliability.record.SeenEffect;
import dev.durahook.reliability.record.SeenEvent;
import dev.durahook.reliability.record.SentDelivery;
import dev.durahook.reliability.record.StoredEvent;
import io.temporal.client.WorkflowClient;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Collects the three records at the end of a run. */
public final class Collector {

    private final RunSetting setting;
    private final WorkflowClient client;
    private final RunLedger ledger;
    private final Effects delivered;
    private final Effects scored;

    /** Prepares to collect. This must happen before the run begins. */
    public Collector(RunSetting setting, WorkflowClient client, RunLedger ledger) {
        this.setting = setting;
        this.client = client;
        this.ledger = ledger;
        this.delivered = Effects.since(setting.delivered());
        this.scored = Effects.since(setting.scored());
    }

    /** The records of these deliveries. */
    public Records collect(List<SentDelivery> deliveries) {
        Set<String> acknowledged = deliveries.stream()
                .filter(SentDelivery::isAcknowledged)
                .map(SentDelivery::eventId)
                .collect(Collectors.toSet());
        List<StoredEvent> stored = new EventWorkflows(client, setting.run()).all(acknowledged);
        return new Records(deliveries, stored, effects(), FailedReplays.in(setting.folder()));
    }

    private List<SeenEffect> effects() {
        return Stream.of(
                        noted(delivered, EventKind.DELIVERED).stream(),
                        noted(scored, EventKind.SCORED).stream(),
                        ledger.effects("shop:" + setting.run() + "-").stream(),
                        HandedOver.read(client, setting.targets()).stream())
                .flatMap(effects -> effects)
                .toList();
    }

    private static List<SeenEffect> noted(Effects file, EventKind kind) {
        return file.read().entrySet().stream()
                .flatMap(noted -> noted.getValue().stream()
                        .map(moment -> SeenEvent.read(noted.getKey()))
                        .map(event -> new SeenEffect(kind, event.id(), event.id(), event.body())))
                .toList();
    }
}
