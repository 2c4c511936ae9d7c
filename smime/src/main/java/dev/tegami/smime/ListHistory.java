package dev.tegami.smime;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The mailing lists that a letter went through (RFC 2634 section 4.2). */
record ListHistory(List<ListExpansion> expansions) {
    /** The most that RFC 2634 allows. */
    static final int MOST = 64;

    /** What is wrong with it: a letter that came through a list twice goes round in a circle. */
    Optional<Reason> trouble() {
        Set<String> seen = new HashSet<>();
        for (ListExpansion each : expansions) {
            if (!seen.add(each.list())) {
                return Optional.of(new Reason(Reason.Code.LIST_LOOP, "twice through " + each.list()));
            }
        }
        return expansions.size() > MOST
                ? Optional.of(new Reason(Reason.Code.LIST_LOOP, "through more than " + MOST + " lists"))
                : Optional.empty();
    }
}
