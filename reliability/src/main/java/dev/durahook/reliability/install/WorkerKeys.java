package dev.durahook.reliability.install;

import dev.durahook.reliability.destination.ReliabilityTarget;
import dev.durahook.reliability.destination.Score;
import dev.durahook.reliability.record.EventKind;
import java.util.LinkedHashMap;
import java.util.Map;

/** The worker's configuration: a destination for each kind of events that no handler takes, and a route to it. */
final class WorkerKeys {

    private static final String HANDLERS = "dev.durahook.reliability.handler";
    private static final String ORDER = "{/order}";

    private final Map<String, String> keys = new LinkedHashMap<>();
    private final RunSetting setting;

    private WorkerKeys(RunSetting setting) {
        this.setting = setting;
    }

    /**
     * The keys.
     *
     * @param url the URL of the HTTP destination
     */
    static Map<String, String> of(RunSetting setting, String url) {
        WorkerKeys all = new WorkerKeys(setting);
        all.policy();
        all.keys.put("durahook.worker.task-queues", setting.run());
        all.keys.put("spring.main.sources", HANDLERS);
        all.destination(EventKind.DELIVERED, "shop.delivered,bank.*", Map.of("url", url, "signature", "none"));
        all.workflow(EventKind.ORDERED, Map.of("update", ReliabilityTarget.UPDATE));
        all.workflow(EventKind.NOTED, Map.of("signal", ReliabilityTarget.SIGNAL));
        all.workflow(EventKind.REFUSED, Map.of("update", "unknown"));
        all.begun();
        all.destination(
                EventKind.SCORED,
                "shop.scored",
                Map.of("kind", "activity", "activity", Score.TYPE, "task-queue", setting.targetQueue()));
        return all.keys;
    }

    // Short waits, and attempts without end: a run tests what is lost, and not how long a step is tried.
    private void policy() {
        String policy = "durahook.policies.default.";
        keys.put(policy + "initial-interval", "1s");
        keys.put(policy + "maximum-interval", "5s");
        keys.put(policy + "maximum-attempts", "0");
        keys.put(policy + "start-to-close-timeout", "20s");
    }

    private void workflow(EventKind kind, Map<String, String> more) {
        Map<String, String> all = new LinkedHashMap<>(more);
        all.put("kind", "workflow");
        all.put("workflow-id", setting.targets() + kind.workflow(ORDER));
        destination(kind, "shop." + kind.type(), all);
    }

    private void begun() {
        destination(
                EventKind.BEGUN,
                "shop.begun",
                Map.of(
                        "kind",
                        "workflow",
                        "workflow-id",
                        setting.targets() + EventKind.BEGUN.workflow(ORDER),
                        "update",
                        ReliabilityTarget.UPDATE,
                        "missing",
                        "start",
                        "type",
                        ReliabilityTarget.TYPE,
                        "task-queue",
                        setting.targetQueue()));
    }

    private void destination(EventKind kind, String types, Map<String, String> declared) {
        String name = setting.run() + "-" + kind.type();
        declared.forEach((key, value) -> keys.put("durahook.destinations." + name + "." + key, value));
        keys.put("durahook.routes." + kind.type() + ".event-types", types);
        keys.put("durahook.routes." + kind.type() + ".destinations", name);
    }
}
