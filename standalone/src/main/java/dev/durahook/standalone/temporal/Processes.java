package dev.durahook.standalone.temporal;

/** The processes of this machine, by their ids. */
interface Processes {

    /** Whether there is such a process. */
    boolean isAlive(long id);

    /** Whether there is one and it is a Temporal: after a reboot the id may be another's. */
    boolean isTemporal(long id);
}
