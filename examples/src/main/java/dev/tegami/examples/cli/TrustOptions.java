package dev.tegami.examples.cli;

import dev.tegami.smime.Legacy;
import dev.tegami.smime.Policy;
import dev.tegami.smime.Trust;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** Whom to believe, and how strictly. */
public final class TrustOptions {
    @Option(names = "--ca", paramLabel = "FILE", description = "Authorities to believe, in PEM or DER.")
    private List<Path> authorities = new ArrayList<>();

    @Option(names = "--known", paramLabel = "FILE", description = "Certificates that help to find a path.")
    private List<Path> known = new ArrayList<>();

    @Option(names = "--crl", paramLabel = "FILE", description = "Revocation lists, in PEM or DER.")
    private List<Path> lists = new ArrayList<>();

    @Option(
            names = "--without-revocation",
            description = "Trust also where nothing tells whether a certificate was revoked.")
    private boolean withoutRevocation;

    @Option(
            names = "--accept",
            paramLabel = "LEGACY",
            description = "Accept what was good enough once: ${COMPLETION-CANDIDATES}.")
    private List<Legacy> accepted = new ArrayList<>();

    /** Whom to believe. */
    public Trust trust() throws IOException {
        return Trust.of(certificates(authorities)).knowing(certificates(known)).revoking(revocations());
    }

    /** How strictly. */
    public Policy policy() {
        Policy policy = Policy.standard().accepting(accepted.toArray(Legacy[]::new));
        return withoutRevocation ? policy.revocation(Policy.Revocation.WHEN_KNOWN) : policy;
    }

    /** Reads all certificates of some files. */
    public static X509Certificate[] certificates(List<Path> files) throws IOException {
        List<X509Certificate> all = new ArrayList<>();
        for (Path file : files) {
            all.addAll(Trust.pem(file).anchors());
        }
        return all.toArray(X509Certificate[]::new);
    }

    private X509CRL[] revocations() throws IOException {
        List<X509CRL> all = new ArrayList<>();
        for (Path file : lists) {
            try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
                CertificateFactory.getInstance("X.509").generateCRLs(in).forEach(list -> all.add((X509CRL) list));
            } catch (GeneralSecurityException e) {
                throw new IOException(file + " holds no revocation list", e);
            }
        }
        return all.toArray(X509CRL[]::new);
    }
}
