package dev.tegami.smime;

import dev.tegami.mime.Message;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Compares signers with the author and the date, once it is known whose words these are. */
record Attribution(Message author, Policy policy) {
    private static final Duration SKEW = Duration.ofHours(1);

    Layer of(Layer layer) {
        return layer instanceof Layer.Signed signed
                ? new Layer.Signed(
                        signed.form(),
                        signed.signers().stream().map(this::of).toList(),
                        signed.receipt(),
                        signed.reasons())
                : layer;
    }

    private SignerReport of(SignerReport signer) {
        List<Reason> reasons = new ArrayList<>(signer.reasons());
        signer.claimedTime().ifPresent(claimed -> date(claimed, reasons));
        boolean alsoSubject = policy.accepts(Legacy.ADDRESS_IN_SUBJECT, signer.judgedAt());
        signer.certificate()
                .flatMap(found -> AuthorCheck.of(author, found, alsoSubject))
                .ifPresent(reasons::add);
        return new SignerReport(
                signer.certificate(),
                signer.path(),
                signer.claimedTime(),
                signer.judgedAt(),
                signer.algorithm(),
                signer.claims(),
                signer.timestamp(),
                reasons);
    }

    private void date(Instant claimed, List<Reason> reasons) {
        author.date().ifPresent(date -> {
            if (Duration.between(date.toInstant(), claimed).abs().compareTo(SKEW) > 0) {
                reasons.add(new Reason(Reason.Code.DATE_DIFFERS, "signed at " + claimed + ", dated " + date));
            }
        });
    }
}
