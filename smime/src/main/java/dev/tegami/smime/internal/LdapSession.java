package dev.tegami.smime.internal;

import dev.tegami.internal.wire.Protocol;
import dev.tegami.internal.wire.Wire;
import dev.tegami.net.ConnectOptions;
import dev.tegami.net.Security;
import dev.tegami.sasl.Credentials;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** One connection to a directory (RFC 4511): TLS, a login if there is one, and a search. */
public final class LdapSession implements AutoCloseable {
    private static final Protocol LDAP = Protocol.of("ldap", 389, 636);
    private static final int SEQUENCE = 0x30;

    /** Entries, and as many references to elsewhere and the like. */
    private static final int MOST_ANSWERS = 4 * LdapQuestion.MOST_ENTRIES;

    private static final int SUCCESS = 0;
    private static final int TOO_MANY_ENTRIES = 4;
    private static final int REFERRAL = 10;
    private static final int NO_SUCH_LOGIN = 49;
    private static final int MOST_WORDS = 200;

    private final Wire wire;
    private int id;

    private LdapSession(Wire wire) {
        this.wire = wire;
    }

    /** Connects, and logs in by a password that there may be. */
    public static LdapSession open(ConnectOptions options) throws LdapRefused {
        LdapSession session = new LdapSession(Wire.dial(options, LDAP));
        boolean open = false;
        try {
            if (options.server().security() == Security.STARTTLS_REQUIRED) {
                session.startTls();
            }
            if (options.credentials().isPresent()) {
                session.bind(options.credentials().get());
            }
            open = true;
            return session;
        } finally {
            if (!open) {
                session.close();
            }
        }
    }

    private void startTls() throws LdapRefused {
        begin("StartTLS");
        send(LdapQuestion.startTls(++id));
        succeeded(answer(LdapAnswer.EXTENDED));
        wire.startTls();
    }

    private void bind(Credentials login) throws LdapRefused {
        begin("bind");
        String password = login.password().orElseThrow();
        wire.protect(password);
        send(LdapQuestion.bind(++id, login.user(), password));
        succeeded(answer(LdapAnswer.BOUND));
    }

    /** Looks for entries below a base that have an attribute with a value, and gives their certificates. */
    public List<byte[]> search(String base, String attribute, String value) throws LdapRefused {
        begin("search");
        send(LdapQuestion.search(
                ++id, base, attribute, value, wire.options().deadlines().command()));
        List<byte[]> found = new ArrayList<>();
        int entries = 0;
        for (int answers = 0; answers < MOST_ANSWERS; answers++) {
            LdapAnswer answer = read();
            if (answer.operation() == LdapAnswer.ENTRY) {
                found.addAll(read(answer::certificates));
                entries++;
            }
            if (answer.operation() == LdapAnswer.DONE && read(answer::code) != TOO_MANY_ENTRIES) {
                succeeded(answer);
            }
            if (answer.operation() == LdapAnswer.DONE || entries == LdapQuestion.MOST_ENTRIES) {
                return found;
            }
            if (!List.of(LdapAnswer.ENTRY, LdapAnswer.REFERENCE, LdapAnswer.INTERMEDIATE)
                    .contains(answer.operation())) {
                throw wire.violation("operation " + answer.operation() + " in answer to a search");
            }
        }
        throw wire.violation("more than " + MOST_ANSWERS + " messages in answer to a search");
    }

    /** All answers to what is asked now share the time of one command. */
    private void begin(String step) {
        wire.begin(step, wire.options().deadlines().command());
    }

    private void send(byte[] question) {
        wire.octets(question, 0, question.length).flush();
    }

    private LdapAnswer answer(int operation) {
        LdapAnswer answer = read();
        if (answer.operation() != operation) {
            throw wire.violation("operation " + answer.operation() + " in answer to " + wire.during());
        }
        return answer;
    }

    private void succeeded(LdapAnswer answer) throws LdapRefused {
        int code = read(answer::code);
        if (code == REFERRAL) {
            throw new LdapRefused("it refers to another one, and referrals are not followed");
        }
        if (code != SUCCESS) {
            throw new LdapRefused((code == NO_SUCH_LOGIN ? "it does not take the login: " : "") + "result " + code + " "
                    + wire.redact(read(() -> answer.words(MOST_WORDS))));
        }
    }

    private LdapAnswer read() {
        byte[] content = new byte[length()];
        wire.read(content, 0, content.length);
        LdapAnswer answer = read(() -> LdapAnswer.read(content));
        if (answer.id() != id) {
            throw wire.violation(
                    answer.id() == 0 ? "the directory ends the session" : "an answer to something not asked");
        }
        return answer;
    }

    /** Of definite form only (RFC 4511 section 5.1), and within the limit before there is room for it. */
    private int length() {
        if (octet() != SEQUENCE) {
            throw wire.violation("what is no LDAP message");
        }
        int first = octet();
        if (first < 0x80) {
            return first;
        }
        if (first == 0x80 || first > 0x84) {
            throw wire.violation("a message without a length, or with a long one");
        }
        long length = 0;
        for (int i = first & 0x7f; i > 0; i--) {
            length = length << 8 | octet();
        }
        int most = wire.options().limits().reply();
        if (length > most) {
            throw wire.limitExceeded("reply", most);
        }
        return (int) length;
    }

    private int octet() {
        byte[] one = new byte[1];
        wire.read(one, 0, 1);
        return one[0] & 0xff;
    }

    private interface Reading<T> {
        T of() throws IOException;
    }

    private <T> T read(Reading<T> reading) {
        try {
            return reading.of();
        } catch (IOException | RuntimeException e) {
            throw wire.violation("an LDAP message that cannot be read");
        }
    }

    @Override
    public void close() {
        wire.close();
    }
}
