package dev.tegami.interop;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.tegami.imap.Folder;
import dev.tegami.imap.Imap;
import dev.tegami.imap.ImapSession;
import dev.tegami.mime.Message;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * For a test that runs against every IMAP server, GreenMail within this process included. What a server offers is asked
 * of it; everything said is kept for the {@link ImapMatrix}.
 */
abstract class ImapServers extends RealServers {
    private static final Map<String, String> PEOPLE = new ConcurrentHashMap<>();
    private static final AtomicInteger FOLDERS = new AtomicInteger();
    private static @Nullable GreenMail greenMail;

    static final ImapMatrix MATRIX = new ImapMatrix();

    static Stream<String> servers() {
        return Stream.of("dovecot", "dovecot24", "cyrus", "cyrus310", "courier", "greenmail");
    }

    /** The person of this class: one a server, so that the servers' stock lasts. */
    static String person(String server) {
        return PEOPLE.computeIfAbsent(
                server, name -> name.equals("greenmail") ? freshPerson() : RealServers.freshPerson(name));
    }

    /** A door with a login; over TLS, where the server has it. */
    static Imap door(String server) throws IOException {
        return nobody(server).login(person(server), FRESH);
    }

    /** A door without a login. */
    static Imap nobody(String server) throws IOException {
        Imap at = Imap.at("localhost");
        Imap there = server.equals("greenmail")
                ? at.port(greenMail().getImap().getPort()).insecurePlaintext()
                : door(at, server + ".imaps");
        return there.trace(MATRIX.of(server));
    }

    private static synchronized GreenMail greenMail() {
        GreenMail running = greenMail;
        if (running == null) {
            running = new GreenMail(new ServerSetup(0, "localhost", ServerSetup.PROTOCOL_IMAP));
            running.start();
            running.setUser(person("greenmail") + "@example.test", person("greenmail"), FRESH);
            greenMail = running;
        }
        return running;
    }

    /** A new name where the server lets one make folders. */
    static String name(ImapSession imap, String base) {
        String prefix = imap.capabilities().contains("NAMESPACE")
                ? imap.namespaces().personal().get(0).prefix()
                : "";
        return prefix + base + FOLDERS.incrementAndGet();
    }

    /** A new folder with these messages, selected. */
    static Folder filled(ImapSession imap, Message... messages) {
        String name = name(imap, "Box");
        imap.create(name);
        for (Message message : messages) {
            imap.append(name, message);
        }
        return imap.select(name);
    }

    static Message letter(String subject) {
        return Message.compose()
                .from("Ada <ada@example.org>")
                .to("bob@example.net")
                .subject(subject)
                .text("Hello Bob, grüße\r\n")
                .build();
    }

    static boolean has(ImapSession imap, String capability) {
        return imap.capabilities().contains(capability);
    }
}
