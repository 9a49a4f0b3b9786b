package dev.durahook.reliability.load;

import dev.durahook.reliability.record.EventKind;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Draws the messages of a run. The same seed draws the same messages.
 *
 * @param seed the seed
 * @param run the name of the run, with which all IDs begin
 * @param orders the number of orders
 */
record Messages(long seed, String run, int orders) {

    private static final long SPREAD = 0x9E3779B97F4A7C15L;
    private static final int LARGEST_BATCH = 5;
    private static final int SMALL_PADDING = 2_000;
    private static final int LARGE_PADDING = 1_000_000;

    /** Kinds of single events, each as often as it is drawn. */
    private static final List<EventKind> KINDS = List.of(
            EventKind.DELIVERED,
            EventKind.DELIVERED,
            EventKind.DELIVERED,
            EventKind.DELIVERED,
            EventKind.BOOKED,
            EventKind.BOOKED,
            EventKind.BOOKED,
            EventKind.BOOKED,
            EventKind.ORDERED,
            EventKind.ORDERED,
            EventKind.ORDERED,
            EventKind.BEGUN,
            EventKind.NOTED,
            EventKind.SCORED,
            EventKind.SCORED,
            EventKind.SCORED);

    /** The message of this number. */
    Message of(int number) {
        SplittableRandom random = new SplittableRandom(seed ^ (number * SPREAD));
        int dice = random.nextInt(100);
        if (dice < 4) {
            return batch(number, random);
        }
        boolean forged = dice < 8;
        EventKind kind = dice == 99 ? EventKind.REFUSED : KINDS.get(random.nextInt(KINDS.size()));
        boolean large = kind == EventKind.DELIVERED && random.nextInt(12) == 0;
        return new Message(
                Sender.SHOP,
                List.of(name(number, 0)),
                kind,
                random.nextInt(orders),
                random.nextInt(large ? LARGE_PADDING : SMALL_PADDING),
                copies(random),
                forged);
    }

    private Message batch(int number, SplittableRandom random) {
        int size = 2 + random.nextInt(LARGEST_BATCH - 1);
        List<String> names =
                IntStream.range(0, size).mapToObj(place -> name(number, place)).toList();
        return new Message(Sender.BANK, names, EventKind.DELIVERED, 0, 0, copies(random), random.nextInt(10) == 0);
    }

    private static int copies(SplittableRandom random) {
        return random.nextInt(12) == 0 ? 2 + random.nextInt(3) : 1;
    }

    private String name(int number, int place) {
        return run + "-" + number + "-" + place;
    }
}
