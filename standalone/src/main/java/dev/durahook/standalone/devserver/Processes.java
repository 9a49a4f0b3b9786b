package dev.durahook.standalone.devserver;

/** Looks up processes of this machine by their IDs. Tests replace the operating system's. */
interface Processes {

    /** Whether a process with this ID is running. */
    boolean isAlive(long id);

    /** Whether a process with this ID is running and is a Temporal: after a reboot another program may have the ID. */
    boolean isTemporal(long id);
}
