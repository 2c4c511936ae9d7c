package dev.tegami.examples;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.Properties;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.subethamail.smtp.auth.EasyAuthenticationHandlerFactory;
import org.subethamail.smtp.auth.LoginFailedException;
import org.subethamail.smtp.helper.SimpleMessageListener;
import org.subethamail.smtp.server.SMTPServer;

/**
 * Servers of the demo's own, on loopback and on free ports: SubEtha SMTP takes letters over STARTTLS and AUTH and lays
 * them into GreenMail, which gives them out by IMAP4 and POP3 over TLS.
 */
public final class DemoServers implements AutoCloseable {
    public static final String HOST = "localhost";
    private static final char[] STORE_PASSWORD = "demo".toCharArray();

    private final SMTPServer smtp;
    private final GreenMail mailboxes;

    private DemoServers(SMTPServer smtp, GreenMail mailboxes) {
        this.smtp = smtp;
        this.mailboxes = mailboxes;
    }

    /** Starts the servers for one person who can send and read. */
    public static DemoServers start(DemoAuthority authority, String user, String password)
            throws GeneralSecurityException, IOException {
        KeyStore keys = keyStore(authority.server(HOST));
        GreenMail mailboxes = mailboxes(keys);
        mailboxes.start();
        mailboxes.setUser(user, user, password);
        SMTPServer smtp = SMTPServer.port(0)
                .bindAddress(InetAddress.getLoopbackAddress())
                .hostName(HOST)
                .softwareName("SubEtha SMTP")
                .enableTLS()
                .requireTLS()
                .startTlsSocketFactory(context(keys))
                .requireAuth()
                .authenticationHandlerFactory(new EasyAuthenticationHandlerFactory((name, given, context) -> {
                    if (!name.equals(user) || !given.equals(password)) {
                        throw new LoginFailedException();
                    }
                }))
                .simpleMessageListener(new Delivery(mailboxes))
                .build();
        smtp.start();
        return new DemoServers(smtp, mailboxes);
    }

    /** Gives somebody else a mailbox. */
    public void add(String user, String password) {
        mailboxes.setUser(user, user, password);
    }

    public int smtpPort() {
        return smtp.getPortAllocated();
    }

    public int imapPort() {
        return mailboxes.getImaps().getPort();
    }

    public int pop3Port() {
        return mailboxes.getPop3s().getPort();
    }

    @Override
    public void close() {
        smtp.stop();
        mailboxes.stop();
    }

    /** GreenMail's own certificate fits no host name; it reads another one from a file, which is needed only for that. */
    private static GreenMail mailboxes(KeyStore keys) throws GeneralSecurityException, IOException {
        Path file = Files.createTempFile("tegami-demo", ".p12");
        try (OutputStream out = Files.newOutputStream(file)) {
            keys.store(out, STORE_PASSWORD);
        }
        file.toFile().deleteOnExit();
        System.setProperty("greenmail.tls.keystore.file", file.toString());
        System.setProperty("greenmail.tls.keystore.password", new String(STORE_PASSWORD));
        return new GreenMail(new ServerSetup[] {
            new ServerSetup(0, HOST, ServerSetup.PROTOCOL_IMAPS).dynamicPort(),
            new ServerSetup(0, HOST, ServerSetup.PROTOCOL_POP3S).dynamicPort()
        });
    }

    private static KeyStore keyStore(DemoAuthority.ServerKey server) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("server", server.key(), STORE_PASSWORD, new Certificate[] {server.certificate()});
        return store;
    }

    private static SSLContext context(KeyStore keys) throws GeneralSecurityException {
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, STORE_PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }

    /** Lays what SubEtha accepted into GreenMail's mailboxes. */
    private record Delivery(GreenMail mailboxes) implements SimpleMessageListener {
        @Override
        public boolean accept(String from, String recipient) {
            return mailboxes.getUserManager().getUser(recipient) != null;
        }

        @Override
        public void deliver(String from, String recipient, InputStream data) throws IOException {
            try {
                mailboxes
                        .getUserManager()
                        .getUser(recipient)
                        .deliver(new MimeMessage(Session.getInstance(new Properties()), data));
            } catch (MessagingException e) {
                throw new IOException(e);
            }
        }
    }
}
