package dev.durahook.reliability;

import dev.durahook.loadsupport.report.JsonLines;
import dev.durahook.loadsupport.time.Pause;
import dev.durahook.reliability.check.CheckResult;
import dev.durahook.reliability.check.Checker;
import dev.durahook.reliability.check.ViolationKind;
import dev.durahook.reliability.collect.Collector;
import dev.durahook.reliability.collect.EventWorkflows;
import dev.durahook.reliability.collect.Histories;
import dev.durahook.reliability.fault.ConcurrentFaults;
import dev.durahook.reliability.fault.Fault;
import dev.durahook.reliability.fault.FaultPlan;
import dev.durahook.reliability.fault.FaultRunner;
import dev.durahook.reliability.fault.Faults;
import dev.durahook.reliability.fault.MadeFaults;
import dev.durahook.reliability.install.Installation;
import dev.durahook.reliability.install.RunSetting;
import dev.durahook.reliability.install.Versions;
import dev.durahook.reliability.load.SteadyLoad;
import dev.durahook.reliability.record.Records;
import dev.durahook.reliability.record.SentDelivery;
import dev.durahook.reliability.report.Report;
import dev.durahook.reliability.report.RunSummary;
import java.time.Duration;
import java.util.List;

/** A run: load and faults at the same time, then the wait until all is done, then the check. */
final class Run {

    private static final Duration BEFORE_LATE_ORDERS = Duration.ofSeconds(5);
    private static final Duration VISIBILITY = Duration.ofSeconds(5);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(15);
    private static final int MORE_LOOKS = 4;

    private final RunOptions options;
    private final RunSetting setting;
    private final Installation installation;
    private final String store;
    private final Collector collector;
    private final EventWorkflows workflows;

    Run(RunOptions options, RunSetting setting, Installation installation, String store) {
        this.options = options;
        this.setting = setting;
        this.installation = installation;
        this.store = store;
        this.collector = new Collector(setting, installation.client(), installation.ledger());
        this.workflows = new EventWorkflows(installation.client(), setting.run());
    }

    Report make() {
        SteadyLoad load = new SteadyLoad(
                options.seed(),
                setting.run(),
                Installation.ORDERS,
                options.rate(),
                installation::receiver,
                installation.secrets(),
                file("deliveries"));
        load.start();
        MadeFaults faults = disturb(load);
        load.stop();
        say("All faults have ended. Waiting for the last of " + load.sent() + " messages");
        load.awaitAcknowledged(options.stall());
        Pause.of(VISIBILITY);
        new Drain(workflows, options.stall()).await(load.deliveries());
        return report(settled(load.deliveries()), faults);
    }

    // Temporal's list of open workflows may lag behind. So an event that looks stuck gets more time.
    private Records settled(List<SentDelivery> deliveries) {
        say("Reading what Temporal holds and what destinations saw");
        Records records = collector.collect(deliveries);
        for (int more = 0; more < MORE_LOOKS && Checker.check(records).count(ViolationKind.STUCK) > 0; more++) {
            Pause.of(BETWEEN_LOOKS);
            records = collector.collect(deliveries);
        }
        return records;
    }

    private MadeFaults disturb(SteadyLoad load) {
        long start = System.nanoTime();
        Pause.of(BEFORE_LATE_ORDERS);
        installation.beginLateOrders();
        List<Fault> faults = wanted(load);
        List<ConcurrentFaults> plan = FaultPlan.of(options.seed(), faults, options.pairs(), options.length());
        MadeFaults made = new FaultRunner(faults, file("faults"), Run::say).run(plan);
        // The older version may have left steps that only the newer version can go on with.
        installation.versions().filter(Versions::isOlder).ifPresent(Versions::goForward);
        long left = options.length().toNanos() - (System.nanoTime() - start);
        Pause.of(Duration.ofNanos(Math.max(0, left)));
        return made;
    }

    private List<Fault> wanted(SteadyLoad load) {
        return Faults.of(installation, moment -> say("Senders deliver again: " + load.deliverAgain(moment))).stream()
                .filter(fault -> options.isWanted(fault.name()))
                .toList();
    }

    private Report report(Records records, MadeFaults faults) {
        file("stored").addAll(records.stored());
        file("effects").addAll(records.effects());
        CheckResult result = Checker.check(records);
        new Histories(installation.client(), setting.folder()).keep(result.violations());
        RunSummary summary = new RunSummary(
                options.seed(), store, options.minutes(), installation.activity(), faults.pairs(), faults.names());
        Report report = new Report(summary, result, setting.folder());
        report.write();
        return report;
    }

    private JsonLines file(String name) {
        return new JsonLines(setting.folder().resolve(name + ".jsonl"));
    }

    private static void say(String line) {
        System.err.println(line);
    }
}
