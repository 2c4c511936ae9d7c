package dev.tegami.imap;

import java.util.ArrayList;
import java.util.List;

/** What was found wrong with what a server told, each once. */
final class Findings {
    private final List<Discrepancy> found = new ArrayList<>();

    void add(Discrepancy.Kind kind, String section, String detail) {
        boolean isKnown = found.stream()
                .anyMatch(one -> one.kind() == kind && one.section().equals(section));
        if (!isKnown) {
            found.add(new Discrepancy(kind, section, detail));
        }
    }

    void missing(Described part) {
        add(Discrepancy.Kind.SECTION_MISSING, part.section(), "described, but there is none");
    }

    void size(String section, long declared, long real) {
        if (declared >= 0 && declared != real) {
            add(Discrepancy.Kind.SIZE_DIFFERS, section, declared + " octets told, " + real + " came");
        }
    }

    List<Discrepancy> all() {
        return List.copyOf(found);
    }
}
