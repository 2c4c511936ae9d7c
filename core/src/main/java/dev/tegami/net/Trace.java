package dev.tegami.net;

/**
 * Listens to what goes over the wire. Secrets arrive as {@code ***}, bodies as their size. It is called on the thread
 * of the session, between octets: be quick, do not throw, do not call the session.
 *
 * <pre>{@code
 * Smtp.at("smtp.example.org").trace(event -> System.err.println(event));
 * }</pre>
 */
@FunctionalInterface
public interface Trace {
    /** Listens to nothing, at no cost. */
    Trace NONE = event -> {};

    /**
     * Hears one event.
     *
     * @param event what happened
     */
    void event(TraceEvent event);
}
