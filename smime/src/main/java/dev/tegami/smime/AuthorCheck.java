package dev.tegami.smime;

import dev.tegami.mime.Address;
import dev.tegami.mime.Mailbox;
import dev.tegami.mime.Message;
import dev.tegami.smime.internal.MailNames;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/** Whether a certificate is the author's: one From with one mailbox, and no Sender counts. */
final class AuthorCheck {
    private AuthorCheck() {}

    static Optional<Reason> of(Message message, X509Certificate certificate, boolean alsoSubject) {
        List<Address> authors = message.from();
        if (message.header().all("From").size() != 1
                || authors.size() != 1
                || !(authors.get(0) instanceof Mailbox author)
                || !OneMailbox.isAllOf(message.header().all("From").get(0))) {
            return Optional.of(new Reason(Reason.Code.NOT_ONE_AUTHOR, "From must name exactly one mailbox"));
        }
        boolean matches = MailNames.of(certificate, alsoSubject).stream().anyMatch(name -> isSame(author, name));
        return matches
                ? Optional.empty()
                : Optional.of(new Reason(Reason.Code.AUTHOR_MISMATCH, author.address() + " is not in the certificate"));
    }

    /** Whether a certificate is for a mailbox. */
    static boolean isNamed(Mailbox mailbox, X509Certificate certificate) {
        return MailNames.of(certificate, false).stream().anyMatch(name -> isSame(mailbox, name));
    }

    private static boolean isSame(Mailbox author, String name) {
        int at = name.lastIndexOf('@');
        return at > 0
                && !author.domain().isEmpty()
                && author.localPart().equals(name.substring(0, at))
                && MailNames.ascii(author.domain()).equals(MailNames.ascii(name.substring(at + 1)));
    }
}
