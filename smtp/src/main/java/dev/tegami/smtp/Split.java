package dev.tegami.smtp;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/** Which recipients go into one transaction where the server sets limits (RFC 9422). */
final class Split {
    private final int most;
    private final int mostDomains;

    private Split(int most, int mostDomains) {
        this.most = most;
        this.mostDomains = mostDomains;
    }

    /** Gives the places of the recipients in the envelope, transaction by transaction. */
    static List<List<Integer>> of(Envelope envelope, Extensions extensions) {
        OptionalInt most = extensions.limit("RCPTMAX");
        OptionalInt domains = extensions.limit("RCPTDOMAINMAX");
        Split split = new Split(most.orElse(Integer.MAX_VALUE), domains.orElse(Integer.MAX_VALUE));
        return split.parts(domains.isPresent() ? byDomain(envelope) : inOrder(envelope));
    }

    private record Place(int index, String domain) {}

    private static List<Place> inOrder(Envelope envelope) {
        List<Place> places = new ArrayList<>();
        for (Recipient recipient : envelope.recipients()) {
            places.add(new Place(places.size(), recipient.mailbox().domain().toLowerCase(Locale.ROOT)));
        }
        return places;
    }

    private static List<Place> byDomain(Envelope envelope) {
        Map<String, List<Place>> domains = new LinkedHashMap<>();
        inOrder(envelope)
                .forEach(place -> domains.computeIfAbsent(place.domain(), d -> new ArrayList<>())
                        .add(place));
        return domains.values().stream().flatMap(List::stream).toList();
    }

    private List<List<Integer>> parts(List<Place> places) {
        List<List<Integer>> parts = new ArrayList<>();
        List<Integer> part = new ArrayList<>();
        Set<String> domains = new HashSet<>();
        for (Place place : places) {
            boolean another = !domains.contains(place.domain()) && domains.size() >= mostDomains;
            if (another || part.size() >= most) {
                parts.add(part);
                part = new ArrayList<>();
                domains.clear();
            }
            part.add(place.index());
            domains.add(place.domain());
        }
        parts.add(part);
        return parts;
    }
}
