package dev.tegami.imap;

import dev.tegami.imap.internal.command.Conversation;
import java.util.Set;
import java.util.function.Consumer;

/** What is heard of a session. See {@link ImapSession}. */
public abstract sealed class ListeningSession permits ExtendedSession {
    final Conversation conversation;
    private Consumer<Event> listener = event -> {};

    ListeningSession(Conversation conversation) {
        this.conversation = conversation;
    }

    final Conversation conversation() {
        return conversation;
    }

    final void tell(Event event) {
        listener.accept(event);
    }

    /**
     * Listens to what the server says without being asked. Called on the thread of the session, within its calls; the
     * listener must not call the session.
     *
     * @param other the listener, instead of the one before
     */
    public void listen(Consumer<Event> other) {
        listener = other;
    }

    /**
     * Listens to the progress of long work, about once per MiB or thousand messages and at the end, and whenever the
     * server says how far it is (RFC 9585). Called on the thread
     * of the session, which it must not call. What it throws ends the work, and after an append or before more than 8
     * MiB that are still to come also the session.
     *
     * @param other the listener, instead of the one before
     */
    public void onProgress(Consumer<? super Progress> other) {
        conversation.meter().listener(other);
    }

    /**
     * Tells what the server can do, in capitals.
     *
     * @return the names of its capabilities
     */
    public Set<String> capabilities() {
        return conversation.capabilities();
    }
}
