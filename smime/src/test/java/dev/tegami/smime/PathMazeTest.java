package dev.tegami.smime;

import dev.tegami.smime.internal.Certificates;
import java.math.BigInteger;
import java.security.KeyPair;
import java.security.PublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.Test;

/** Authorities that vouch for each other in every way there is: a search that tries all of them never ends. */
class PathMazeTest {
    private static final KeyPair KEY = People.key("P-256");

    /** All of one name and one key, so that each could have issued each. */
    private static List<Certificate> maze(String name) throws Exception {
        List<Certificate> maze = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            maze.add(issued(name, i + 2, name, KEY.getPublic()));
        }
        return maze;
    }

    private static Certificate issued(String issuer, long serial, String subject, PublicKey key) throws Exception {
        Instant now = Instant.now();
        JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                new X500Name(issuer),
                BigInteger.valueOf(serial),
                Date.from(now.minus(Duration.ofDays(1))),
                Date.from(now.plus(Duration.ofDays(1))),
                new X500Name(subject),
                key);
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(issuer.equals(subject)));
        return builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(KEY.getPrivate()))
                .toASN1Structure();
    }

    @Test
    void aMazeWithoutAWayOutEnds() throws Exception {
        KeyPair mine = People.key("P-256");
        Certificate leaf = issued("CN=Maze", 1, "CN=Eve", mine.getPublic());
        Identity eve = Identity.of(mine.getPrivate(), Certificates.parse(leaf.getEncoded()));
        List<Certificate> all = maze("CN=Maze");
        all.add(leaf);
        Judged.refused(Forged.honest(eve).carrying(all).message(), Reason.Code.NO_PATH);
    }

    @Test
    void aMazeBesideTheWayHidesNothing() throws Exception {
        for (String name : List.of("CN=Maze", "CN=Test Root")) {
            List<Certificate> all = maze(name);
            all.addAll(Forged.chain(People.ADA));
            Judged.trusted(Forged.honest(People.ADA).carrying(all).message());
        }
    }
}
