package dev.durahook.reliability.install;

import dev.durahook.loadsupport.process.ShellCommand;
import dev.durahook.reliability.process.Node;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * A backup of a given server's database, made and put back by commands that the operator names. The ledger's database
 * must not be put back with it: the ledger would forget an effect, and its repetition would not be seen.
 *
 * @param server the server's process, which goes on while the backup is made
 * @param backup makes the backup
 * @param restore puts the database back to the backup
 * @param ledgerMark marks the ledger's database, and then tells whether the mark is still there
 */
record CommandBackup(Node server, ShellCommand backup, ShellCommand restore, Supplier<BooleanSupplier> ledgerMark)
        implements Backup {

    @Override
    public void make() {
        backup.run();
    }

    @Override
    public void putBack() {
        BooleanSupplier isLedgerKept = ledgerMark.get();
        server.terminate();
        restore.run();
        server.start();
        if (!isLedgerKept.getAsBoolean()) {
            throw new IllegalStateException("--database-restore has put back the ledger's database, too, so the effects"
                    + " since the backup are not known any more: give another database with --ledger, or leave --ledger"
                    + " out, and a PostgreSQL of its own is started");
        }
    }
}
