package dev.tegami.smime;

import dev.tegami.smime.internal.CmsBounds;

/**
 * How much of what a message may hold before opening it fails with {@link dev.tegami.LimitExceeded}. Immutable.
 *
 * @param structure octets of one CMS structure outside of its content
 * @param layers layers of protection; what is deeper stays closed
 * @param signers signers of one layer
 * @param certificates certificates, and also revocation lists, of one layer
 * @param recipients recipients of one layer
 * @param digests digests run over one content; signers who need others fail
 * @param memory octets of encrypted content, and again of decrypted or expanded content, kept in memory; longer ones
 *     are decrypted or expanded again for every read
 * @param expanded octets that the compressed layers of a message may become, all together
 * @param expansion how many times as long as its compressed form content may be, if it is longer than {@code memory}
 */
public record Bounds(
        int structure,
        int layers,
        int signers,
        int certificates,
        int recipients,
        int digests,
        int memory,
        long expanded,
        int expansion) {
    private static final Bounds STANDARD = new Bounds(4 << 20, 8, 32, 64, 1024, 4, 16 << 20, 256 << 20, 100);

    /**
     * Gives the bounds that suit mail.
     *
     * @return 4 MiB of structure, 8 layers, 32 signers, 64 certificates, 1,024 recipients, 4 digests, 16 MiB of memory,
     *     256 MiB expanded, 100 times
     */
    public static Bounds standard() {
        return STANDARD;
    }

    /**
     * Changes how much a structure may hold.
     *
     * @param octets the new bound
     * @return new bounds
     */
    public Bounds structure(int octets) {
        return new Bounds(octets, layers, signers, certificates, recipients, digests, memory, expanded, expansion);
    }

    /**
     * Changes how much decrypted content is kept in memory.
     *
     * @param octets the new bound
     * @return new bounds
     */
    public Bounds memory(int octets) {
        return new Bounds(structure, layers, signers, certificates, recipients, digests, octets, expanded, expansion);
    }

    /**
     * Changes how far compressed content may expand.
     *
     * @param octets the new bound for octets
     * @param times the new bound for how many times as long as its compressed form it may be
     * @return new bounds
     */
    public Bounds expansion(long octets, int times) {
        return new Bounds(structure, layers, signers, certificates, recipients, digests, memory, octets, times);
    }

    CmsBounds cms() {
        return new CmsBounds(structure, signers, certificates, recipients, digests, memory);
    }
}
