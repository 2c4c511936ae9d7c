package dev.tegami.interop;

import dev.tegami.imap.Imap;
import dev.tegami.net.ClientIdentity;
import dev.tegami.net.Connector;
import dev.tegami.net.TlsOptions;
import dev.tegami.net.TraceEvent;
import dev.tegami.pop3.Pop3;
import dev.tegami.sasl.Credentials;
import dev.tegami.smtp.Smtp;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;

/** A login at an endpoint, whichever of the three protocols speaks there. */
final class Doors {
    private final String endpoint;
    private final String host;
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final List<String> said = new CopyOnWriteArrayList<>();
    private final List<String> notes = new CopyOnWriteArrayList<>();

    Doors(String endpoint) {
        this(endpoint, RealServers.endpoint(endpoint).host());
    }

    /** The same server by another of its names. */
    Doors(String endpoint, String host) {
        this.endpoint = endpoint;
        this.host = host;
    }

    /** Logs in and leaves. */
    void enter(Credentials credentials) throws IOException {
        enter(credentials, TlsOptions.defaults().trust(RealServers.trust()));
    }

    /** The same with a client certificate. */
    void enter(Credentials credentials, ClientIdentity identity) throws IOException {
        enter(credentials, TlsOptions.defaults().trust(RealServers.trust()).identity(identity));
    }

    /** The same with TLS of the test's choice. */
    void enter(Credentials credentials, TlsOptions tls) throws IOException {
        if (endpoint.contains(".imap")) {
            ready(Imap.at(host), tls).login(credentials).open().close();
        } else if (endpoint.contains(".pop3")) {
            ready(Pop3.at(host), tls).login(credentials).open().close();
        } else {
            ready(Smtp.at(host), tls).login(credentials).open().close();
        }
    }

    private <C extends Connector<C>> C ready(C at, TlsOptions tls) throws IOException {
        return RealServers.door(at, endpoint).tls(tls).trace(this::hear);
    }

    private void hear(TraceEvent event) {
        switch (event.kind()) {
            case RECEIVED -> heard.add(event.text());
            case SENT -> said.add(event.text());
            case NOTE -> notes.add(event.text());
        }
    }

    /** What was sent, without secrets. */
    List<String> said() {
        return said;
    }

    /** What the wire noted beside. */
    List<String> notes() {
        return notes;
    }

    /** The mechanisms that the server listed last. */
    Set<String> offered() {
        Set<String> offered = new TreeSet<>();
        for (String line : heard) {
            String upper = line.toUpperCase(Locale.ROOT);
            Set<String> here = new TreeSet<>();
            for (String word : upper.replace("]", "").split("[ \r\n]+", -1)) {
                if (word.startsWith("AUTH=") && !endpoint.contains("submission")) {
                    here.add(word.substring(5));
                }
            }
            if (upper.matches("(?s)(250[- ]AUTH|SASL) .*")) {
                here.addAll(List.of(upper.strip()
                        .replaceFirst("250[- ]AUTH|SASL", "")
                        .strip()
                        .split(" ", -1)));
            }
            if (!here.isEmpty()) {
                offered = here;
            }
        }
        return offered;
    }
}
