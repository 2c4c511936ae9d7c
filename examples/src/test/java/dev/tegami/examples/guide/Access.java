package dev.tegami.examples.guide;

import dev.tegami.imap.Imap;
import dev.tegami.mime.Message;
import dev.tegami.net.Deadlines;
import dev.tegami.net.TlsOptions;
import dev.tegami.pop3.Pop3;
import dev.tegami.sasl.Credentials;
import dev.tegami.sasl.TokenSource;
import dev.tegami.smime.Identity;
import dev.tegami.smime.Keys;
import dev.tegami.smime.Opened;
import dev.tegami.smime.Policy;
import dev.tegami.smime.Smime;
import dev.tegami.smime.Trust;
import dev.tegami.smtp.Smtp;
import java.io.IOException;
import java.nio.file.Path;
import java.security.cert.X509CRL;
import java.time.Duration;

/** Logins, servers of one's own, a company's authority. */
final class Access {
    private Access() {}

    static Imap gmail(TokenSource tokens) {
        return Imap.at("imap.gmail.com").login(Credentials.token("ada@gmail.com", tokens));
    }

    static Smtp microsoft365(TokenSource tokens) {
        return Smtp.at("smtp.office365.com").login(Credentials.token("ada@example.com", tokens));
    }

    static Imap ownServer(Path companyCa, char[] password) throws IOException {
        return Imap.at("mail.corp.example")
                .trust(companyCa)
                .deadlines(Deadlines.defaults().command(Duration.ofSeconds(20)))
                .login("ada", password);
    }

    static Smtp localRelay() {
        return Smtp.at("127.0.0.1").port(25).insecurePlaintext();
    }

    static Pop3 onlyOurAuthority(Path companyCa) throws IOException {
        return Pop3.at("pop.corp.example")
                .tls(TlsOptions.defaults().trust(companyCa).trustGivenOnly());
    }

    static Message signAndEncrypt(Message message, Path key, char[] password, Path readers) throws IOException {
        Identity ada = Identity.fromPkcs12(key, password);
        return message.with(Smime.sign(ada))
                .with(Smime.encryptFor(message, Trust.pem(readers).anchors()));
    }

    static boolean isTrusted(Message message, Keys keys, Path companyCa, X509CRL revoked) throws IOException {
        Trust trust = Trust.pem(companyCa).revoking(revoked);
        Opened opened = Smime.open(message, keys, trust);
        opened.verdict().reasons().forEach(reason -> System.err.println(reason.code() + ": " + reason.detail()));
        return opened.isTrusted();
    }

    static boolean isTrustedWithoutLists(Message message, Path companyCa) throws IOException {
        Policy policy = Policy.standard().revocation(Policy.Revocation.WHEN_KNOWN);
        return Smime.open(message, Keys.none(), Trust.pem(companyCa), policy).isTrusted();
    }
}
