package dev.tegami.smime;

import dev.tegami.mime.Mailbox;
import java.util.List;
import java.util.stream.Collectors;

/** There is no certificate to encrypt to for some of a message's recipients; all of them are listed. */
public class RecipientsWithoutCertificate extends SmimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Mailbox> missing;

    RecipientsWithoutCertificate(List<Mailbox> missing) {
        super(
                "no certificate to encrypt to for "
                        + missing.stream().map(Mailbox::address).collect(Collectors.joining(", ")),
                "give for each a certificate that is valid now, names the address and allows encryption");
        this.missing = List.copyOf(missing);
    }

    /**
     * Lists the recipients.
     *
     * @return their mailboxes, in the order of To, Cc and Bcc
     */
    public List<Mailbox> missing() {
        return missing;
    }
}
