package dev.tegami.internal.wire;

import dev.tegami.net.Server;
import org.jspecify.annotations.Nullable;

/** Feeds the flight recorder. Costs next to nothing while nobody records. */
final class Recorder {
    private final Server server;
    private final ConnectionEvent connection = new ConnectionEvent();
    private @Nullable CommandEvent command;
    private long since;
    private boolean over;

    Recorder(Server server, String protocol) {
        this.server = server;
        connection.server = server.toString();
        connection.protocol = protocol;
        connection.begin();
    }

    void tls(String session) {
        connection.tls = session;
    }

    void begin(String step) {
        endCommand();
        CommandEvent event = new CommandEvent();
        if (event.isEnabled()) {
            event.server = server.toString();
            event.command = step;
            event.begin();
            command = event;
        }
    }

    /** A blocking call begins. */
    void waiting() {
        if (command != null) {
            since = System.nanoTime();
        }
    }

    void received(int octets) {
        connection.received += octets;
        CommandEvent event = command;
        if (event != null) {
            event.received += octets;
            event.waited += System.nanoTime() - since;
        }
    }

    void sent(int octets) {
        connection.sent += octets;
        CommandEvent event = command;
        if (event != null) {
            event.sent += octets;
            event.waited += System.nanoTime() - since;
        }
    }

    void end(String how) {
        if (!over) {
            over = true;
            endCommand();
            connection.end = how;
            connection.commit();
        }
    }

    private void endCommand() {
        CommandEvent event = command;
        if (event != null) {
            command = null;
            event.commit();
        }
    }
}
