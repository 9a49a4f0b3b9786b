package dev.durahook.reliability.load;

import dev.durahook.reliability.record.EventKind;
import java.util.List;

/**
 * A delivery with one or several events.
 *
 * @param sender who sends it
 * @param names the IDs that the sender gives to the events
 * @param kind the kind of the events
 * @param order the number of the order that the events are about
 * @param padding the number of characters that make the body larger
 * @param copies how often the sender sends the message at once
 * @param forged whether the message is signed with a secret that the receiver does not have
 */
record Message(Sender sender, List<String> names, EventKind kind, int order, int padding, int copies, boolean forged) {

    /** The IDs of the events in Temporal. */
    List<String> eventIds() {
        return names.stream().map(name -> sender.source() + ":" + name).toList();
    }
}
