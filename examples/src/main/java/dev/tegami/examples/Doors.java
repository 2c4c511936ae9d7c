package dev.tegami.examples;

import dev.tegami.imap.Imap;
import dev.tegami.net.Connector;
import dev.tegami.pop3.Pop3;
import dev.tegami.smtp.Smtp;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** The three doors of one account. Each is a value: it says where and how, and connects to nothing yet. */
record Doors(Smtp smtp, Imap imap, Pop3 pop3) {
    /** To the demo's own servers, trusting the demo's own authority. */
    static Doors to(DemoServers servers, DemoAuthority authority, String user, String password) {
        return new Doors(
                Smtp.at(DemoServers.HOST)
                        .port(servers.smtpPort())
                        .trust(authority.certificate())
                        .login(user, password),
                Imap.at(DemoServers.HOST)
                        .port(servers.imapPort())
                        .trust(authority.certificate())
                        .login(user, password),
                Pop3.at(DemoServers.HOST)
                        .port(servers.pop3Port())
                        .trust(authority.certificate())
                        .login(user, password));
    }

    /** To the servers that the command line names. */
    static Doors to(Settings settings) throws IOException {
        Settings.Place smtp = settings.place("--smtp");
        Settings.Place imap = settings.place("--imap");
        Settings.Place pop3 = settings.place("--pop3");
        return new Doors(
                open(Smtp.at(smtp.host()), smtp.port(), settings),
                open(Imap.at(imap.host()), imap.port(), settings),
                open(Pop3.at(pop3.host()), pop3.port(), settings));
    }

    /** The grammar is the same for all three, so it is written once. */
    private static <C extends Connector<C>> C open(C door, Optional<Integer> port, Settings settings)
            throws IOException {
        C at = port.isPresent() ? door.port(port.get()) : door;
        Optional<Path> trust = settings.trust();
        C trusting = trust.isPresent() ? at.trust(trust.get()) : at;
        return trusting.login(settings.user(), settings.password());
    }
}
