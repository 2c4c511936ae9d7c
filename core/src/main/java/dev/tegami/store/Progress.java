package dev.tegami.store;

/** Listens to work that takes long. Called from the thread that does the work, about once per MiB. */
@FunctionalInterface
public interface Progress {
    /** Nobody listens. */
    Progress NONE = (done, total) -> {};

    /**
     * Tells how far the work is. What is thrown here ends the work and reaches its caller.
     *
     * @param done octets done
     * @param total octets to do
     */
    void at(long done, long total);
}
