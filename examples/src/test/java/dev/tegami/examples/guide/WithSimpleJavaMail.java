package dev.tegami.examples.guide;

import jakarta.activation.FileDataSource;
import java.io.File;
import java.security.cert.X509Certificate;
import org.simplejavamail.api.email.AttachmentResource;
import org.simplejavamail.api.email.Email;
import org.simplejavamail.api.email.config.SmimeEncryptionConfig;
import org.simplejavamail.api.email.config.SmimeSigningConfig;
import org.simplejavamail.api.mailer.config.TransportStrategy;
import org.simplejavamail.converter.EmailConverter;
import org.simplejavamail.email.EmailBuilder;
import org.simplejavamail.mailer.MailerBuilder;

/** Tasks as Simple Java Mail does them. */
final class WithSimpleJavaMail {
    private WithSimpleJavaMail() {}

    static Email compose(File minutes) {
        return EmailBuilder.startingBlank()
                .from("Ada", "ada@example.org")
                .to("bob@example.org")
                .withSubject("議事録")
                .withPlainText("Hello Bob")
                .withAttachment("minutes.txt", new FileDataSource(minutes))
                .buildEmail();
    }

    static void send(String host, int port, String user, String password, Email email) {
        MailerBuilder.withSMTPServer(host, port, user, password)
                .withTransportStrategy(TransportStrategy.SMTP_TLS)
                .buildMailer()
                .sendMail(email)
                .join();
    }

    static Email signAndEncrypt(Email email, File key, String password, String alias, X509Certificate reader) {
        return EmailBuilder.copying(email)
                .signWithSmime(SmimeSigningConfig.builder()
                        .pkcs12Config(key, password, alias, password)
                        .build())
                .encryptWithSmime(
                        SmimeEncryptionConfig.builder().x509Certificate(reader).build())
                .buildEmail();
    }

    static Email answer(Email letter) {
        return EmailBuilder.replyingTo(letter)
                .from("bob@example.org")
                .prependText("Yes.")
                .buildEmail();
    }

    static String readFile(File eml) {
        Email email = EmailConverter.emlToEmail(eml);
        for (AttachmentResource attachment : email.getAttachments()) {
            System.err.println(
                    attachment.getName() + " " + attachment.getDataSource().getContentType());
        }
        return email.getPlainText();
    }
}
