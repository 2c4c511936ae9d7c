package dev.tegami.smime;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Enumerated;
import org.bouncycastle.asn1.ASN1InputStream;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1TaggedObject;
import org.bouncycastle.asn1.BERTags;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.DERTaggedObject;

/** A directory that answers searches as a test says and remembers what it was asked (RFC 4511). */
final class LdapServer implements AutoCloseable {
    /** One attribute with a value, of an entry of its own. */
    record Entry(String attribute, DEROctetString value) {}

    /** Who answers a search. */
    interface Answering {
        void to(Search search) throws IOException;
    }

    private static final int BIND = 0;
    private static final int SEARCH = 3;
    private static final int EXTENDED = 23;

    /** The mailboxes asked for, as the filter says: an equality of mail, or nothing else than what is here; and logins. */
    final BlockingQueue<String> asked = new LinkedBlockingQueue<>();

    /** Of clients that went without waiting for the end, as one that has its answer, or trusts no longer, may. */
    final BlockingQueue<IOException> left = new LinkedBlockingQueue<>();

    private final ServerSocket listening;
    private final Optional<SSLContext> tls;
    private final Answering answering;
    private final Thread thread;

    LdapServer(List<Entry> entries, int result) throws IOException {
        this(plain(), Optional.empty(), all(entries, result));
    }

    /** Anything but a socket that speaks TLS by itself begins in the clear, and goes over to it with the context. */
    LdapServer(ServerSocket listening, Optional<SSLContext> upgrade, Answering answering) {
        this.tls = upgrade;
        this.answering = answering;
        this.listening = listening;
        this.thread = new Thread(this::serve, "directory");
        thread.setDaemon(true);
        thread.start();
    }

    static ServerSocket plain() throws IOException {
        return new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    }

    static ServerSocket secure(SSLContext context) throws IOException {
        return context.getServerSocketFactory().createServerSocket(0, 5, InetAddress.getLoopbackAddress());
    }

    static Answering all(List<Entry> entries, int result) {
        return search -> {
            for (Entry each : entries) {
                search.entry(each);
            }
            search.done(result);
        };
    }

    /** The way to it, by TLS as it is of itself. */
    LdapDirectory at(String host) {
        return LdapDirectory.at(host, "dc=example,dc=org").port(listening.getLocalPort());
    }

    LdapDirectory directory() {
        return at("127.0.0.1").insecurePlaintext();
    }

    private void serve() {
        while (!listening.isClosed()) {
            try (Socket socket = listening.accept()) {
                converse(socket);
            } catch (IOException e) {
                left.add(e);
            }
        }
    }

    private void converse(Socket socket) throws IOException {
        ASN1InputStream in = new ASN1InputStream(socket.getInputStream());
        for (ASN1Primitive read = in.readObject(); read != null; read = in.readObject()) {
            ASN1Sequence message = ASN1Sequence.getInstance(read);
            ASN1TaggedObject operation = (ASN1TaggedObject) message.getObjectAt(1);
            ASN1Sequence fields = (ASN1Sequence) operation.getBaseUniversal(false, BERTags.SEQUENCE);
            Search search = new Search(socket.getOutputStream(), ASN1Integer.getInstance(message.getObjectAt(0)));
            if (operation.getTagNo() == BIND) {
                String login = login(fields);
                int code = login.equals("cn=ada secret12") ? 0 : 49;
                search.send(tagged(1, new ASN1Enumerated(code), text(""), text("not with " + login)));
            } else if (operation.getTagNo() == EXTENDED) {
                asked.add("StartTLS");
                search.send(tagged(24, new ASN1Enumerated(tls.isPresent() ? 0 : 2), text(""), text("")));
                if (tls.isPresent()) {
                    converse(upgraded(socket, tls.get()));
                    return;
                }
            } else if (operation.getTagNo() == SEARCH) {
                ASN1TaggedObject filter = (ASN1TaggedObject) fields.getObjectAt(6);
                asked.add(filter.getTagNo() == 3 ? equality(filter) : "filter of kind " + filter.getTagNo());
                answering.to(search);
            } else {
                return;
            }
        }
    }

    private static Socket upgraded(Socket below, SSLContext context) throws IOException {
        SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket(below, "", 0, true);
        socket.setUseClientMode(false);
        return socket;
    }

    private String login(ASN1Sequence fields) {
        ASN1OctetString password = ASN1OctetString.getInstance((ASN1TaggedObject) fields.getObjectAt(2), false);
        String said = string(fields.getObjectAt(1)) + " " + string(password);
        asked.add(said);
        return said;
    }

    private static String equality(ASN1TaggedObject filter) {
        ASN1Sequence both = (ASN1Sequence) filter.getBaseUniversal(false, BERTags.SEQUENCE);
        return string(both.getObjectAt(0)) + "=" + string(both.getObjectAt(1));
    }

    private static String string(ASN1Encodable octets) {
        return new String(ASN1OctetString.getInstance(octets).getOctets(), StandardCharsets.UTF_8);
    }

    private static DEROctetString text(String text) {
        return new DEROctetString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static DERTaggedObject tagged(int tag, ASN1Encodable... fields) {
        return new DERTaggedObject(false, BERTags.APPLICATION, tag, new DERSequence(fields));
    }

    /** One search, to be answered. */
    record Search(OutputStream out, ASN1Integer id) {
        void entry(Entry entry) throws IOException {
            ASN1Encodable values = new DERSet(entry.value());
            ASN1Encodable attribute = new DERSequence(new ASN1Encodable[] {text(entry.attribute()), values});
            send(tagged(4, text("cn=somebody,dc=example,dc=org"), new DERSequence(attribute)));
        }

        void reference(String url) throws IOException {
            send(tagged(19, text(url)));
        }

        void done(int code) throws IOException {
            send(tagged(5, new ASN1Enumerated(code), text(""), text("")));
        }

        void referral(String url) throws IOException {
            ASN1Encodable elsewhere = new DERTaggedObject(false, 3, new DERSequence(text(url)));
            send(tagged(5, new ASN1Enumerated(10), text(""), text("look there"), elsewhere));
        }

        void send(ASN1Encodable operation) throws IOException {
            octets(new DERSequence(new ASN1Encodable[] {id, operation}).getEncoded());
        }

        void octets(byte[] octets) throws IOException {
            out.write(octets);
            out.flush();
        }
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }
}
