package dev.tegami.imap;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Which extension a key of SEARCH needs. */
final class SearchKeys {
    private static final Map<String, Extension> NEEDS = Map.ofEntries(
            Map.entry("YOUNGER", Extension.WITHIN),
            Map.entry("OLDER", Extension.WITHIN),
            Map.entry("MODSEQ", Extension.CONDSTORE),
            Map.entry("SAVEDSINCE", Extension.SAVEDATE),
            Map.entry("SAVEDBEFORE", Extension.SAVEDATE),
            Map.entry("SAVEDON", Extension.SAVEDATE),
            Map.entry("EMAILID", Extension.OBJECTID),
            Map.entry("THREADID", Extension.OBJECTID),
            Map.entry("FUZZY", Extension.FUZZY),
            Map.entry("FILTER", Extension.FILTERS),
            Map.entry("ANNOTATION", Extension.ANNOTATE),
            Map.entry("X-GM-RAW", Extension.GMAIL),
            Map.entry("X-GM-LABELS", Extension.GMAIL),
            Map.entry("X-GM-MSGID", Extension.GMAIL),
            Map.entry("X-GM-THRID", Extension.GMAIL));

    private SearchKeys() {}

    /** What a question needs. Texts of the caller are no keys, whatever they say. */
    static Set<Extension> needed(Search question) {
        return question.words().stream()
                .filter(String.class::isInstance)
                .map(word -> NEEDS.get(((String) word).split(" ", 2)[0]))
                .filter(java.util.Objects::nonNull)
                .collect(Collectors.toSet());
    }
}
