package dev.tegami.interop;

import dev.tegami.mime.Message;
import java.util.Optional;

/** Another program that speaks S/MIME, or at least CMS. What it cannot do it answers with an exception. */
interface SmimePeer {
    /** Its name and version, as the matrix heads its columns; empty if it is not on this machine. */
    String title() throws Exception;

    /** Checks a message of ours. */
    void verify(Message signed) throws Exception;

    /** Signs {@link SmimeMail#PART}; empty if it cannot be asked for this. */
    Optional<byte[]> sign(SignedCase how, SignedCase.Form form, SmimePerson by) throws Exception;

    /** Decrypts a message of ours, and gives the part inside; empty if it decrypts nothing at all. */
    Optional<byte[]> decrypt(Message sealed, SmimePerson by) throws Exception;

    /** Encrypts {@link SmimeMail#PART}; empty if it cannot be asked for this. */
    Optional<byte[]> encrypt(SealedCase how, SmimePerson to) throws Exception;
}
