package dev.tegami.smime;

import dev.tegami.mime.Address;
import dev.tegami.mime.Mailbox;
import dev.tegami.mime.Message;
import dev.tegami.smime.internal.RecipientSpec;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Finds a certificate for each recipient of a message. */
final class CertificateChoice {
    private final Collection<X509Certificate> known;
    private final Instant now;
    private final List<Mailbox> missing = new ArrayList<>();

    private CertificateChoice(Collection<X509Certificate> known, Instant now) {
        this.known = known;
        this.now = now;
    }

    static Readers of(Message message, Collection<X509Certificate> known, Instant now) {
        CertificateChoice choice = new CertificateChoice(known, now);
        List<X509Certificate> open = new ArrayList<>(choice.all(message.to()));
        open.addAll(choice.all(message.cc()));
        List<X509Certificate> blind = choice.all(message.bcc());
        if (!choice.missing.isEmpty()) {
            throw new RecipientsWithoutCertificate(choice.missing);
        }
        if (open.isEmpty() && blind.isEmpty()) {
            throw new SmimeException("the message has no recipients", "address it first");
        }
        return new Readers(open, blind, List.of(), Readers.Kinds.TOGETHER);
    }

    private List<X509Certificate> all(List<Address> addresses) {
        List<X509Certificate> found = new ArrayList<>();
        for (Address address : addresses) {
            for (Mailbox mailbox : address.mailboxes()) {
                one(mailbox).ifPresentOrElse(found::add, () -> missing.add(mailbox));
            }
        }
        return found;
    }

    private Optional<X509Certificate> one(Mailbox mailbox) {
        return known.stream()
                .filter(each -> AuthorCheck.isNamed(mailbox, each))
                .filter(each -> new RecipientSpec(each, RecipientSpec.Transport.OAEP_SHA256).isUsable())
                .filter(each -> !now.isBefore(each.getNotBefore().toInstant())
                        && !now.isAfter(each.getNotAfter().toInstant()))
                .findFirst();
    }
}
