package dev.tegami.smime;

import dev.tegami.mime.Mailbox;
import dev.tegami.mime.MimeException;
import dev.tegami.smime.internal.MailNames;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.x509.GeneralNames;

/** Mailboxes as RFC 2634 names people: a sequence of GeneralNames, of which one each is a mailbox here. */
final class MailboxNames {
    /** So many names of one list are read. */
    private static final int MOST = 256;

    private MailboxNames() {}

    static DERSequence encoded(List<Mailbox> mailboxes) {
        return new DERSequence(mailboxes.stream()
                .map(each -> new GeneralNames(MailNames.name(each)))
                .toArray(ASN1Encodable[]::new));
    }

    /** Those that are mailboxes; names of other kinds are nobody here. */
    static List<Mailbox> of(ASN1Sequence names) {
        List<Mailbox> found = new ArrayList<>();
        Arrays.stream(names.toArray())
                .limit(MOST)
                .flatMap(each -> Arrays.stream(GeneralNames.getInstance(each).getNames()))
                .limit(MOST)
                .flatMap(name -> MailNames.of(name).stream())
                .forEach(name -> mailbox(name).ifPresent(found::add));
        return found;
    }

    static Optional<Mailbox> mailbox(String name) {
        int at = name.lastIndexOf('@');
        try {
            return at > 0 ? Optional.of(Mailbox.of(name.substring(0, at), name.substring(at + 1))) : Optional.empty();
        } catch (MimeException e) {
            return Optional.empty();
        }
    }
}
