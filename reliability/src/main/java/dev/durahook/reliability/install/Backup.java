package dev.durahook.reliability.install;

/** A backup of the server's database, to which the database can be put back. */
public interface Backup {

    /** Makes the backup, in place of the former one. */
    void make();

    /** Ends the server, puts its database back to the backup, and starts the server again. */
    void putBack();
}
