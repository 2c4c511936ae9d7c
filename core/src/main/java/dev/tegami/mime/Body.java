package dev.tegami.mime;

/** What follows a header: {@link Content}, {@link Parts}, or an {@link Embedded} message. */
public sealed interface Body permits Content, Parts, Embedded {
    /**
     * Gives the octets as they were received or will be written.
     *
     * @return the encoded octets
     */
    Source encoded();
}
