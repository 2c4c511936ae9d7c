package dev.tegami.smime;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The judgement on a whole message: of all signers and layers the worst on each axis.
 *
 * @param marks the answer on every axis
 * @param coverage how much of the message is signed
 * @param reasons everything that led to it
 * @param revocation what an unknown revocation means
 */
public record Verdict(Map<Axis, Mark> marks, Coverage coverage, List<Reason> reasons, Policy.Revocation revocation) {
    /**
     * Takes copies of the collections.
     *
     * @param marks the answer on every axis
     * @param coverage how much of the message is signed
     * @param reasons everything that led to it
     * @param revocation what an unknown revocation means
     */
    public Verdict {
        marks = Map.copyOf(marks);
        reasons = List.copyOf(reasons);
    }

    static Verdict of(List<Reason> reasons, List<SignerReport> signers, Coverage coverage, Policy policy) {
        Map<Axis, Mark> marks = new EnumMap<>(Axis.class);
        for (Axis axis : Axis.values()) {
            // nobody signed: nothing was asked about anybody
            Mark mark = signers.isEmpty() && axis != Axis.INTEGRITY ? Mark.UNKNOWN : Mark.GOOD;
            mark = Mark.worse(mark, Mark.of(axis, reasons));
            for (SignerReport signer : signers) {
                mark = Mark.worse(mark, signer.mark(axis));
            }
            marks.put(axis, mark);
        }
        return new Verdict(marks, coverage, reasons, policy.revocation());
    }

    /** The same after more was found. */
    Verdict and(List<Reason> more) {
        Map<Axis, Mark> worse = new EnumMap<>(Axis.class);
        for (Axis axis : Axis.values()) {
            worse.put(axis, Mark.worse(mark(axis), Mark.of(axis, more)));
        }
        List<Reason> all = new ArrayList<>(reasons);
        all.addAll(more);
        return new Verdict(worse, coverage, all, revocation);
    }

    /**
     * Tells whether everything is well: the whole message is signed, and the answer is good on every axis. Only where
     * the caller said {@link Policy.Revocation#WHEN_KNOWN}, an unknown revocation is passed over.
     *
     * @return whether the message can be shown as its author's
     */
    public boolean isTrusted() {
        for (Axis axis : Axis.values()) {
            Mark mark = mark(axis);
            boolean passed =
                    mark == Mark.UNKNOWN && axis == Axis.REVOCATION && revocation == Policy.Revocation.WHEN_KNOWN;
            if (mark != Mark.GOOD && !passed) {
                return false;
            }
        }
        return coverage == Coverage.WHOLE;
    }

    /**
     * Gives the answer on one axis.
     *
     * @param axis the question
     * @return the worst answer of all signers and layers
     */
    public Mark mark(Axis axis) {
        return marks.getOrDefault(axis, Mark.BAD);
    }

    /**
     * Tells whether something was found.
     *
     * @param code what
     * @return whether it is among the reasons
     */
    public boolean has(Reason.Code code) {
        return reasons.stream().anyMatch(reason -> reason.code() == code);
    }
}
