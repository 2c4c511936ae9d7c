package dev.tegami.smime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tegami.mime.Mailbox;
import dev.tegami.mime.Message;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Certificates name places to fetch from. Whoever writes a certificate would learn who opens a letter, and when. */
class CertificateUrlTest {
    private static final Authority ROOT = Authority.root("CN=Root of all");

    private ServerSocketChannel place;
    private Authority middle;
    private Identity ada;
    private final List<X509Certificate> asked = new ArrayList<>();
    private final RevocationSource recording = (certificate, issuer) -> {
        asked.add(certificate);
        return RevocationEvidence.none();
    };

    @BeforeEach
    void listen() throws IOException {
        place = ServerSocketChannel.open().bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        place.configureBlocking(false);
        middle = ROOT.below("CN=In the middle", urls());
        ada = person(middle);
    }

    @AfterEach
    void nobodyCame() throws IOException {
        try (ServerSocketChannel closed = place) {
            assertThat(closed.accept()).isNull();
        }
    }

    private boolean isVisited() throws IOException {
        try (SocketChannel visitor = place.accept()) {
            return visitor != null;
        }
    }

    private Authority.Extra[] urls(Authority.Extra... more) throws IOException {
        int port = ((InetSocketAddress) place.getLocalAddress()).getPort();
        GeneralName[] names = {url("http", port), url("ldap", port)};
        CRLDistPoint lists = new CRLDistPoint(new DistributionPoint[] {
            new DistributionPoint(new DistributionPointName(new GeneralNames(names)), null, null)
        });
        DERSequence repository = new DERSequence(new AccessDescription(AccessDescription.id_ad_caIssuers, names[0]));
        AuthorityInformationAccess access = new AuthorityInformationAccess(new AccessDescription[] {
            new AccessDescription(AccessDescription.id_ad_ocsp, names[0]),
            new AccessDescription(AccessDescription.id_ad_caIssuers, names[0]),
            new AccessDescription(AccessDescription.id_ad_caIssuers, names[1])
        });
        List<Authority.Extra> all = new ArrayList<>(List.of(more));
        all.add(new Authority.Extra(Extension.authorityInfoAccess, false, access));
        all.add(new Authority.Extra(Extension.subjectInfoAccess, false, repository));
        all.add(new Authority.Extra(Extension.cRLDistributionPoints, false, lists));
        all.add(new Authority.Extra(Extension.freshestCRL, false, lists));
        return all.toArray(Authority.Extra[]::new);
    }

    private static GeneralName url(String scheme, int port) {
        return new GeneralName(
                GeneralName.uniformResourceIdentifier, scheme + "://127.0.0.1:" + port + "/cn=x?cACertificate");
    }

    private Identity person(Authority issuer) throws IOException {
        KeyPair fresh = People.key("P-256");
        Authority.Extra name = Authority.Extra.names(new GeneralName(GeneralName.rfc822Name, "ada@example.org"));
        return Identity.of(
                fresh.getPrivate(),
                issuer.issue("CN=Ada", fresh, urls(name)),
                issuer.certificate(),
                ROOT.certificate());
    }

    private static Message letter(Identity by) {
        return Letters.arrived(Letters.plain().with(Smime.sign(by)));
    }

    private Opened open(Message letter, Trust trust) {
        return Smime.open(letter, Keys.none(), trust.asking(recording));
    }

    @Test
    void whoDoesComeIsSeen() throws IOException {
        try (Socket visitor = new Socket()) {
            visitor.connect(place.getLocalAddress());
            assertThat(isVisited()).isTrue();
        }
    }

    @Test
    void openingATrustedLetterAsksTheSourceAndNobodyElse() {
        Opened opened = open(letter(ada), Trust.of(ROOT.certificate()));
        assertThat(opened.verdict().mark(Axis.TRUST)).isEqualTo(Mark.GOOD);
        assertThat(opened.verdict().has(Reason.Code.REVOCATION_UNKNOWN)).isTrue();
        assertThat(asked).containsExactly(ada.certificate(), middle.certificate());
        CapabilityStore.inMemory(2).learn(opened, Clock.systemUTC());
    }

    @Test
    void aPathThatLeadsNowhereAsksNobody() {
        Opened opened = open(letter(ada), Trust.of(People.WORLD.root));
        assertThat(opened.verdict().has(Reason.Code.NO_PATH)).isTrue();
        open(letter(ada), Trust.nobody());
        assertThat(asked).isEmpty();
    }

    /** The missing certificate could be had from the place that the certificate names. */
    @Test
    void aGapInThePathIsNotFilledFromThere() throws Exception {
        Forged gap = Forged.honest(ada)
                .carrying(List.of(dev.tegami.smime.internal.Certificates.structure(ada.certificate())));
        Opened opened = open(gap.message(), Trust.of(ROOT.certificate()));
        assertThat(opened.verdict().has(Reason.Code.NO_PATH)).isTrue();
        assertThat(asked).isEmpty();
        assertThat(open(gap.message(), Trust.of(ROOT.certificate()).knowing(middle.certificate()))
                        .verdict()
                        .mark(Axis.TRUST))
                .isEqualTo(Mark.GOOD);
    }

    /** Somebody else's certificates, of a good path, beside a signature that their key did not make. */
    @Test
    void aSignatureThatDoesNotFitAsksNobody() throws Exception {
        Forged forged = Forged.honest(ada).by(Forged.broken(ada));
        Opened opened = open(forged.message(), Trust.of(ROOT.certificate()));
        assertThat(opened.verdict().has(Reason.Code.SIGNATURE_WRONG)).isTrue();
        assertThat(asked).isEmpty();
    }

    /** The names are right, the signature under the certificate is another authority's. */
    @Test
    void anImpostorOfTheAuthorityAsksNobody() throws Exception {
        Authority impostor = Authority.root("CN=Root of all").below("CN=In the middle", urls());
        Opened opened =
                open(letter(person(impostor)), Trust.of(ROOT.certificate()).knowing(middle.certificate()));
        assertThat(opened.verdict().has(Reason.Code.NO_PATH)).isTrue();
        assertThat(asked).isEmpty();
    }

    @Test
    void encryptingAsksTheSourcesAndNobodyElse() {
        Message note = Message.compose()
                .from("bob@example.net")
                .to("ada@example.org")
                .text("x\n")
                .build();
        List<Mailbox> looked = new ArrayList<>();
        CertificateSource source = mailbox -> {
            looked.add(mailbox);
            return List.of(ada.certificate());
        };
        Trust silent = Trust.of(ROOT.certificate()).asking(recording);
        assertThatThrownBy(() -> Smime.encryptFor(note, source, silent))
                .isInstanceOf(RecipientsWithoutCertificate.class);
        assertThat(looked).containsExactly(Mailbox.parse("ada@example.org"));
        assertThat(asked).isEmpty();
        Trust knowing = silent.knowing(middle.certificate());
        assertThatThrownBy(() -> Smime.encryptFor(note, source, knowing))
                .isInstanceOf(RecipientsWithoutCertificate.class);
        assertThat(asked).containsExactly(ada.certificate(), middle.certificate());
        assertThat(Smime.encryptFor(note, source, knowing, Judged.POLICY).copies(note))
                .hasSize(1);
    }
}
