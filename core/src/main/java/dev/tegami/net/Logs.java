package dev.tegami.net;

/** The logger of this package. */
final class Logs {
    static final System.Logger NET = System.getLogger("dev.tegami.net");

    private Logs() {}
}
