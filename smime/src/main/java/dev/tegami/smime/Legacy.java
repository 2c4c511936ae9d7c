package dev.tegami.smime;

/** What was good enough once. A policy accepts none of it unless it is told to, for how long it is told to. */
public enum Legacy {
    /** Signatures over SHA-1, of messages, certificates and OCSP responses. */
    SHA1,
    /** Signatures over SHA-224. */
    SHA224,
    /** RSA keys from 1,024 bits, below 2,048. */
    SHORT_RSA,
    /** DSA keys. */
    DSA,
    /** Signatures without signed attributes, whose content could be another signature's attributes. */
    NO_SIGNED_ATTRIBUTES,
    /** The author's address in the certificate's subject (emailAddress) instead of its alternative names. */
    ADDRESS_IN_SUBJECT,
    /** Triple DES, for decryption. */
    TRIPLE_DES,
    /** RC2, for decryption; it is reported as weak all the same. */
    RC2,
    /** Single DES, for decryption; it is reported as weak all the same. */
    DES
}
