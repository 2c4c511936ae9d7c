package dev.tegami.smime;

import dev.tegami.smime.internal.Envelope;
import dev.tegami.smime.internal.RecipientSpec;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Who is to read a message: openly, without the others' knowledge, and all copies of it, also by a shared secret. */
record Readers(
        List<X509Certificate> open,
        List<X509Certificate> blind,
        List<X509Certificate> every,
        List<SharedSecret> secrets,
        Kinds kinds,
        Optional<Known> known) {
    /** Whether one message may be for keys of several kinds. */
    enum Kinds {
        TOGETHER,
        APART
    }

    /** What is known of recipients, and how weak a cipher may be for them. */
    record Known(CapabilityStore store, ContentCipher floor) {
        Negotiation toward(ContentCipher standard) {
            return new Negotiation(store, floor, standard);
        }
    }

    /** Those of one copy. */
    record Copy(List<X509Certificate> certificates, List<SharedSecret> secrets, Optional<Known> known) {
        ContentCipher cipher(ContentCipher standard) {
            return known.map(each -> each.toward(standard).common(certificates)).orElse(standard);
        }

        Envelope.Keys keys(Envelope.Keys wanted) {
            return known.filter(each -> secrets.isEmpty())
                    .filter(each -> each.toward(each.floor()).derives(certificates))
                    .map(each -> Envelope.Keys.DERIVED)
                    .orElse(wanted);
        }

        RecipientSpec.Transport transport(X509Certificate certificate, RecipientSpec.Transport wanted) {
            return known.map(each -> each.toward(each.floor()).transport(certificate, wanted))
                    .orElse(wanted);
        }
    }

    Readers {
        open = List.copyOf(open);
        blind = List.copyOf(blind);
        every = List.copyOf(every);
        secrets = List.copyOf(secrets);
    }

    static Readers of(List<X509Certificate> open, List<X509Certificate> blind) {
        return new Readers(open, blind, List.of(), List.of(), Kinds.TOGETHER, Optional.empty());
    }

    Readers including(List<X509Certificate> more) {
        return new Readers(open, blind, both(every, more), secrets, kinds, known);
    }

    Readers knowing(List<SharedSecret> more) {
        List<SharedSecret> all = new ArrayList<>(secrets);
        all.addAll(more);
        return new Readers(open, blind, every, all, kinds, known);
    }

    Readers knowing(CapabilityStore store, ContentCipher floor) {
        return new Readers(open, blind, every, secrets, kinds, Optional.of(new Known(store, floor)));
    }

    Readers blind(List<X509Certificate> more) {
        return new Readers(open, both(blind, more), every, secrets, kinds, known);
    }

    Readers apart() {
        return new Readers(open, blind, every, secrets, Kinds.APART, known);
    }

    boolean areApart() {
        return kinds == Kinds.APART;
    }

    /** Those of each copy. Who reads every copy gets one even where no other key is of that kind. */
    List<Copy> copies(ContentCipher standard) {
        List<List<X509Certificate>> groups = new ArrayList<>();
        if (!open.isEmpty() || blind.isEmpty()) {
            groups.addAll(divided(both(open, every), standard));
        }
        for (X509Certificate each : blind) {
            divided(both(List.of(each), every), standard).stream()
                    .filter(group -> group.contains(each))
                    .forEach(groups::add);
        }
        List<Copy> copies = new ArrayList<>();
        groups.forEach(each -> copies.add(new Copy(each, areApart() ? List.of() : secrets, known)));
        if (areApart() && !secrets.isEmpty()) {
            copies.add(new Copy(List.of(), secrets, known));
        }
        return copies;
    }

    /** RSA and the others: old readers fail at a message as soon as it names a recipient of another kind. */
    private List<List<X509Certificate>> divided(List<X509Certificate> all, ContentCipher standard) {
        if (!areApart()) {
            return List.of(all);
        }
        List<List<X509Certificate>> groups = new ArrayList<>();
        groups.add(all.stream().filter(Readers::isRsa).toList());
        groups.add(all.stream().filter(each -> !isRsa(each)).toList());
        groups.removeIf(List::isEmpty);
        return known.map(each -> each.toward(standard))
                .map(each -> groups.stream()
                        .flatMap(group -> each.groups(group).stream())
                        .toList())
                .orElse(groups);
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
