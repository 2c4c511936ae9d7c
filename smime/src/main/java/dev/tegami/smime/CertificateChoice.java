package dev.tegami.smime;

import dev.tegami.mime.Address;
import dev.tegami.mime.Mailbox;
import dev.tegami.mime.Message;
import dev.tegami.smime.internal.Certificates;
import dev.tegami.smime.internal.RecipientSpec;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Finds a certificate for each recipient of a message. */
final class CertificateChoice {
    /** A source may give whatever it likes for one mailbox; so much is looked at. */
    private static final int MOST = 32;

    private final CertificateSource source;
    private final Predicate<X509Certificate> good;
    private final Instant now;
    private final List<Mailbox> missing = new ArrayList<>();

    private CertificateChoice(CertificateSource source, Predicate<X509Certificate> good, Instant now) {
        this.source = source;
        this.good = good;
        this.now = now;
    }

    /** Takes what the caller vouches for. */
    static Readers of(Message message, CertificateSource source, Instant now) {
        return new CertificateChoice(source, each -> true, now).readers(message);
    }

    /** Takes what an anchor vouches for. */
    static Readers of(Message message, CertificateSource source, Trust trust, Policy policy) {
        Instant now = policy.clock().instant();
        List<X509Certificate> known = new ArrayList<>(trust.certificates());
        known.addAll(trust.anchors());
        RevocationEvidence evidence = new RevocationEvidence(trust.revocations(), trust.responses());
        ClaimReading paths = new ClaimReading(trust, policy, known, evidence, now);
        return new CertificateChoice(source, paths::isTrusted, now).readers(message);
    }

    private Readers readers(Message message) {
        List<X509Certificate> open = new ArrayList<>(all(message.to()));
        open.addAll(all(message.cc()));
        List<X509Certificate> blind = all(message.bcc());
        if (!missing.isEmpty()) {
            throw new RecipientsWithoutCertificate(missing);
        }
        if (open.isEmpty() && blind.isEmpty()) {
            throw new SmimeException("the message has no recipients", "address it first");
        }
        return Readers.of(open, blind);
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
        return source.find(mailbox).stream()
                .limit(MOST)
                .map(Certificates::ours)
                .filter(each -> AuthorCheck.isNamed(mailbox, each))
                .filter(each -> new RecipientSpec(each, RecipientSpec.Transport.OAEP_SHA256).isUsable())
                .filter(each -> !now.isBefore(each.getNotBefore().toInstant())
                        && !now.isAfter(each.getNotAfter().toInstant()))
                .filter(good)
                .findFirst();
    }
}
