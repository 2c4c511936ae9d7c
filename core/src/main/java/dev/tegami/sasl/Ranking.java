package dev.tegami.sasl;

import dev.tegami.sasl.Candidate.Secrecy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** All that credentials can serve, the strongest first. */
final class Ranking {
    private static final List<String> HASHES = List.of("SCRAM-SHA-512", "SCRAM-SHA-256", "SCRAM-SHA-1");

    private final Credentials credentials;
    private final Link link;
    private final List<String> offered;
    private final List<Candidate> ranked = new ArrayList<>();

    Ranking(Credentials credentials, Link link, List<String> offered) {
        this.credentials = credentials;
        this.link = link;
        this.offered = offered;
    }

    List<Candidate> candidates() {
        Proof proof = credentials.proof();
        if (proof instanceof Proof.Password password) {
            passwords(password.secret());
        } else if (proof instanceof Proof.Token token) {
            add("OAUTHBEARER", Secrecy.REVEALS, fresh -> Bearer.oauthBearer(credentials, token(token, fresh), link));
            add("XOAUTH2", Secrecy.REVEALS, fresh -> Bearer.xoauth2(credentials, token(token, fresh)));
        } else if (proof instanceof Proof.External) {
            add("EXTERNAL", Secrecy.KEEPS, fresh -> OneMessage.external(credentials));
        } else if (proof instanceof Proof.Anonymous) {
            add("ANONYMOUS", Secrecy.KEEPS, fresh -> OneMessage.anonymous(credentials));
        } else if (proof instanceof Proof.Kerberos kerberos) {
            add("GSSAPI", Secrecy.KEEPS, fresh -> Gssapi.of(credentials, kerberos, link));
        } else if (proof instanceof Proof.Own own) {
            add(
                    own.mechanism(),
                    Secrecy.REVEALS,
                    fresh -> new JdkMechanism(own.client().get()));
        }
        return ranked;
    }

    private static String token(Proof.Token token, TokenSource.Freshness freshness) {
        return Plain.checked("token", token.source().token(freshness));
    }

    private void passwords(String password) {
        HASHES.forEach(hash -> bound(hash + "-PLUS", password));
        for (String hash : HASHES) {
            add(hash, Secrecy.KEEPS, fresh -> new Scram(hash, credentials, password, spareBinding(), offered(hash)));
        }
        add("DIGEST-MD5", Secrecy.KEEPS, fresh -> JdkMechanism.of("DIGEST-MD5", credentials, password, link));
        if (credentials.authorizationId().isEmpty()) {
            add("CRAM-MD5", Secrecy.KEEPS, fresh -> JdkMechanism.of("CRAM-MD5", credentials, password, link));
        }
        add("PLAIN", Secrecy.REVEALS, fresh -> OneMessage.plain(credentials, password));
        if (credentials.authorizationId().isEmpty()) {
            add("LOGIN", Secrecy.REVEALS, fresh -> new LoginMechanism(credentials.user(), password));
        }
    }

    /**
     * Channel binding. Binding to the certificate alone is tried only when asked for by name: servers that offer -PLUS
     * for mail take other bindings, and one of them dies of it.
     */
    private void bound(String name, String password) {
        boolean byName = credentials.mechanisms().contains(name);
        link.bindings().stream()
                .filter(binding -> byName || !binding.isServerEndPoint())
                .findFirst()
                .ifPresent(binding -> add(
                        name,
                        Secrecy.KEEPS,
                        fresh -> new Scram(name, credentials, password, Optional.of(binding), List.of(name))));
    }

    /**
     * Without -PLUS on offer, a client that could bind says so (the flag {@code y} of RFC 5802 §6), and a server whose
     * offer was tampered with notices. With -PLUS on offer the flag would be a lie.
     */
    private Optional<ChannelBinding> spareBinding() {
        boolean plusOffered = offered.stream().anyMatch(name -> name.startsWith("SCRAM-") && name.endsWith("-PLUS"));
        return plusOffered ? Optional.empty() : link.bindings().stream().findFirst();
    }

    private static List<String> offered(String name) {
        return List.of(name);
    }

    private void add(
            String name, Secrecy secrecy, java.util.function.Function<TokenSource.Freshness, Mechanism> maker) {
        ranked.add(new Candidate(name, secrecy, maker));
    }
}
