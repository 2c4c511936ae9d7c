package dev.tegami.smime;

import dev.tegami.mime.Address;
import dev.tegami.mime.Mailbox;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What a letter teaches of its author (RFC 8551 section 2.7.1): only if it is trusted, and no time lies ahead. */
record Lessons(Mailbox author, Capabilities capabilities) {
    static Optional<Lessons> of(Opened opened, Instant now) {
        List<Address> from = opened.message().from();
        if (!opened.isTrusted() || from.size() != 1 || !(from.get(0) instanceof Mailbox author)) {
            return Optional.empty();
        }
        return opened.signers().stream()
                .filter(signer ->
                        signer.claimedTime().filter(time -> !time.isAfter(now)).isPresent())
                .filter(signer -> isGood(signer) && says(signer.claims()))
                .filter(signer -> signer.certificate()
                        .filter(each -> AuthorCheck.isNamed(author, each))
                        .isPresent())
                .max(Comparator.comparing(signer -> signer.claimedTime().orElse(Instant.MIN)))
                .map(signer -> new Lessons(author, capabilities(signer, author)));
    }

    /** The letter as a whole was trusted; a policy may have passed over something of one signer. */
    private static boolean isGood(SignerReport signer) {
        return signer.mark(Axis.INTEGRITY) == Mark.GOOD
                && signer.mark(Axis.TRUST) == Mark.GOOD
                && signer.mark(Axis.IDENTITY) == Mark.GOOD;
    }

    private static boolean says(SignedClaims claims) {
        return !claims.capabilities().isEmpty() || claims.encryptTo().isPresent();
    }

    private static Capabilities capabilities(SignerReport signer, Mailbox author) {
        return new Capabilities(
                signer.claimedTime().orElseThrow(),
                signer.claims().capabilities(),
                signer.claims().encryptTo().filter(each -> AuthorCheck.isNamed(author, each)));
    }
}
