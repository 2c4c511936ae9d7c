package dev.tegami.smime;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
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

/** A directory that answers every search with the same entries and remembers what it was asked (RFC 4511). */
final class LdapServer implements AutoCloseable {
    /** One attribute with a value, of an entry of its own. */
    record Entry(String attribute, DEROctetString value) {}

    private static final int BIND = 0;
    private static final int SEARCH = 3;

    /** The mailboxes asked for, as the filter says: an equality of mail, or nothing else than what is here. */
    final BlockingQueue<String> asked = new LinkedBlockingQueue<>();

    private final ServerSocket listening;
    private final List<Entry> entries;
    private final int result;
    private final Thread thread;

    LdapServer(List<Entry> entries, int result) throws IOException {
        this.entries = entries;
        this.result = result;
        this.listening = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        this.thread = new Thread(this::serve, "directory");
        thread.setDaemon(true);
        thread.start();
    }

    LdapDirectory directory() {
        return LdapDirectory.at("127.0.0.1", "dc=example,dc=org")
                .insecurePlaintext()
                .port(listening.getLocalPort());
    }

    private void serve() {
        while (!listening.isClosed()) {
            try (Socket socket = listening.accept()) {
                converse(socket);
            } catch (IOException e) {
                asked.add("closed: " + e.getMessage());
            }
        }
    }

    private void converse(Socket socket) throws IOException {
        ASN1InputStream in = new ASN1InputStream(socket.getInputStream());
        for (ASN1Primitive read = in.readObject(); read != null; read = in.readObject()) {
            ASN1Sequence message = ASN1Sequence.getInstance(read);
            ASN1TaggedObject operation = (ASN1TaggedObject) message.getObjectAt(1);
            if (operation.getTagNo() == BIND) {
                send(socket, message, done(1, 0));
            } else if (operation.getTagNo() == SEARCH) {
                search(socket, message, operation);
            } else {
                return;
            }
        }
    }

    private void search(Socket socket, ASN1Sequence message, ASN1TaggedObject operation) throws IOException {
        ASN1Sequence fields = (ASN1Sequence) operation.getBaseUniversal(false, BERTags.SEQUENCE);
        ASN1TaggedObject filter = (ASN1TaggedObject) fields.getObjectAt(6);
        asked.add(filter.getTagNo() == 3 ? equality(filter) : "filter of kind " + filter.getTagNo());
        for (Entry each : entries) {
            ASN1Encodable values = new DERSet(each.value());
            ASN1Encodable attribute = new DERSequence(new ASN1Encodable[] {text(each.attribute()), values});
            send(socket, message, tagged(4, text("cn=somebody,dc=example,dc=org"), new DERSequence(attribute)));
        }
        send(socket, message, done(5, result));
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

    private static DERTaggedObject done(int tag, int code) {
        return tagged(tag, new ASN1Enumerated(code), text(""), text(""));
    }

    private static DERTaggedObject tagged(int tag, ASN1Encodable... fields) {
        return new DERTaggedObject(false, BERTags.APPLICATION, tag, new DERSequence(fields));
    }

    private static void send(Socket socket, ASN1Sequence to, DERTaggedObject operation) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(new DERSequence(new ASN1Encodable[] {ASN1Integer.getInstance(to.getObjectAt(0)), operation})
                .getEncoded());
        out.flush();
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }
}
