package dev.tegami.smime;

import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Who is to read a message: openly, without the others' knowledge, and all copies of it. */
record Readers(List<X509Certificate> open, List<X509Certificate> blind, List<X509Certificate> every, Kinds kinds) {
    /** Whether one message may be for keys of several kinds. */
    enum Kinds {
        TOGETHER,
        APART
    }

    Readers {
        open = List.copyOf(open);
        blind = List.copyOf(blind);
        every = List.copyOf(every);
    }

    Readers including(List<X509Certificate> more) {
        return new Readers(open, blind, both(every, more), kinds);
    }

    Readers blind(List<X509Certificate> more) {
        return new Readers(open, both(blind, more), every, kinds);
    }

    Readers apart() {
        return new Readers(open, blind, every, Kinds.APART);
    }

    /** Those of one message for everybody. */
    List<X509Certificate> together() {
        return both(open, every);
    }

    /** Those of each copy. Who reads every copy gets one even where no other key is of that kind. */
    List<List<X509Certificate>> copies() {
        List<List<X509Certificate>> copies = new ArrayList<>();
        if (!open.isEmpty()) {
            copies.addAll(divided(together()));
        }
        for (X509Certificate each : blind) {
            divided(both(List.of(each), every)).stream()
                    .filter(group -> group.contains(each))
                    .forEach(copies::add);
        }
        return copies;
    }

    /** RSA and the others: old readers fail at a message as soon as it names a recipient of another kind. */
    private List<List<X509Certificate>> divided(List<X509Certificate> all) {
        if (kinds == Kinds.TOGETHER) {
            return List.of(all);
        }
        List<List<X509Certificate>> groups = new ArrayList<>();
        groups.add(all.stream().filter(Readers::isRsa).toList());
        groups.add(all.stream().filter(each -> !isRsa(each)).toList());
        groups.removeIf(List::isEmpty);
        return groups;
    }

    private static boolean isRsa(X509Certificate certificate) {
        return certificate.getPublicKey().getAlgorithm().startsWith("RSA");
    }

    private static List<X509Certificate> both(List<X509Certificate> some, List<X509Certificate> more) {
        Set<X509Certificate> all = new LinkedHashSet<>(some);
        all.addAll(more);
        return List.copyOf(all);
    }
}
