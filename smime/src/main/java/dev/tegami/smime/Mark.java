package dev.tegami.smime;

import java.util.List;

/** The answer on one axis. */
public enum Mark {
    /** All is well. */
    GOOD,
    /** It cannot be told. */
    UNKNOWN,
    /** It must not be trusted. */
    BAD;

    static Mark of(Axis axis, List<Reason> reasons) {
        Mark mark = GOOD;
        for (Reason reason : reasons) {
            if (reason.code().axis() == axis && reason.code().weight() != Reason.Weight.NOTE) {
                Mark said = reason.code().weight() == Reason.Weight.FATAL ? BAD : UNKNOWN;
                mark = worse(mark, said);
            }
        }
        return mark;
    }

    static Mark worse(Mark one, Mark other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
