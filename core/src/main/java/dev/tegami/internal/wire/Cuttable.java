package dev.tegami.internal.wire;

/** Something a late deadline ends. */
@FunctionalInterface
interface Cuttable {
    /** Ends it at once, from any thread, without waiting. */
    void cut();
}
