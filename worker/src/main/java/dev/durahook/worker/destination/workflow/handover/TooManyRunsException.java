package dev.durahook.worker.destination.workflow.handover;

/** Thrown if a workflow has continued as new too often for all of its runs to be asked whether they have an event. */
final class TooManyRunsException extends Exception {

    TooManyRunsException(int most) {
        super("continued as new more than " + most + " times since the event was received", null, false, false);
    }
}
