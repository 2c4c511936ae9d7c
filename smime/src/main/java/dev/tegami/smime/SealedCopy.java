package dev.tegami.smime;

import dev.tegami.mime.Message;
import java.security.cert.X509Certificate;
import java.util.List;

/**
 * One of the messages that together reach every recipient; each is sent to those who can read it. Immutable.
 *
 * @param readers the certificates it is encrypted to; none for a copy that only secrets open
 * @param message the encrypted message, without Bcc
 */
public record SealedCopy(List<X509Certificate> readers, Message message) {
    /**
     * Takes a copy of the list.
     *
     * @param readers the certificates it is encrypted to; none for a copy that only secrets open
     * @param message the encrypted message, without Bcc
     */
    public SealedCopy {
        readers = List.copyOf(readers);
    }
}
