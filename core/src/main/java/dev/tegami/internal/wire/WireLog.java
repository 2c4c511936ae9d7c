package dev.tegami.internal.wire;

/** The logger of the wire: {@code dev.tegami.wire}. */
final class WireLog {
    static final System.Logger LOG = System.getLogger("dev.tegami.wire");

    private WireLog() {}
}
