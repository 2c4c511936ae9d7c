package dev.tegami.smime;

import dev.tegami.smime.internal.Certificates;
import dev.tegami.smime.internal.OcspAnswers;
import dev.tegami.smime.internal.RevocationLists;
import dev.tegami.smime.internal.RevocationStatus;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Asks of each certificate of a path whether it is revoked: first what is at hand, then the caller's source. */
final class RevocationJudge {
    private final Trust trust;
    private final RevocationEvidence atHand;
    private final List<X509Certificate> certificates;
    private final Policy policy;

    RevocationJudge(Trust trust, Policy policy, RevocationEvidence atHand, List<X509Certificate> certificates) {
        this.trust = trust;
        this.atHand = atHand;
        this.certificates = certificates;
        this.policy = policy;
    }

    RevocationStatus of(List<X509Certificate> path, Instant at) {
        RevocationStatus whole = believed(atHand, at, lists -> lists.of(path, at));
        if (whole != RevocationStatus.UNKNOWN) {
            return answers(path, at) == RevocationStatus.REVOKED ? RevocationStatus.REVOKED : whole;
        }
        List<RevocationStatus> all = new ArrayList<>();
        for (int i = 0; i + 1 < path.size(); i++) {
            RevocationStatus status = by(atHand, path, i, at);
            if (status == RevocationStatus.UNKNOWN) {
                status = by(trust.source().about(path.get(i), path.get(i + 1)), path, i, at);
            }
            all.add(status);
        }
        return RevocationStatus.ofAll(all);
    }

    /** What the answers at hand say against a path whose lists know all of it. */
    private RevocationStatus answers(List<X509Certificate> path, Instant at) {
        OcspAnswers answers = answers(atHand, at);
        List<RevocationStatus> all = new ArrayList<>();
        for (int i = 0; i + 1 < path.size(); i++) {
            all.add(answers.of(path.get(i), path.get(i + 1), at));
        }
        return RevocationStatus.ofAll(all);
    }

    private RevocationStatus by(RevocationEvidence evidence, List<X509Certificate> path, int index, Instant at) {
        RevocationStatus lists = believed(evidence, at, known -> known.of(path, index, at));
        RevocationStatus answered = answers(evidence, at).of(path.get(index), path.get(index + 1), at);
        return RevocationStatus.ofOne(List.of(lists, answered));
    }

    /** Whoever can forge a signature of old can forge a list that says nothing; what such a list does say is heard. */
    private RevocationStatus believed(
            RevocationEvidence evidence, Instant at, Function<RevocationLists, RevocationStatus> question) {
        List<X509CRL> strong = evidence.lists().stream()
                .filter(each -> Strengths.isEnough(Certificates.signature(each), policy, at))
                .toList();
        RevocationStatus status = question.apply(new RevocationLists(strong, certificates));
        if (status == RevocationStatus.REVOKED
                || strong.size() == evidence.lists().size()) {
            return status;
        }
        RevocationStatus all = question.apply(new RevocationLists(evidence.lists(), certificates));
        return all == RevocationStatus.REVOKED ? all : status;
    }

    private OcspAnswers answers(RevocationEvidence evidence, Instant at) {
        return new OcspAnswers(
                evidence.responses().stream().map(OcspResponse::encoded).toList(),
                algorithm -> Strengths.isEnough(algorithm, policy, at),
                evidence.lists());
    }
}
