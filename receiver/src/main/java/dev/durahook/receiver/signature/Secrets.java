package dev.durahook.receiver.signature;

import java.util.List;

/** The secrets of a source, of which several hold while one replaces another. */
public interface Secrets {

    /** Those that hold now, at least one, in the order they were declared. */
    List<Secret> current();
}
