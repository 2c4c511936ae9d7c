package dev.tegami.smime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tegami.dns.Association;
import dev.tegami.dns.Associations;
import dev.tegami.dns.Associations.Authenticity;
import dev.tegami.dns.DnsFailed;
import dev.tegami.dns.MailExchanger;
import dev.tegami.dns.Resolver;
import dev.tegami.mime.Mailbox;
import dev.tegami.smime.internal.Certificates;
import dev.tegami.smime.internal.DigestAlgorithm;
import java.security.cert.X509Certificate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Certificates in the DNS (RFC 8162). */
class SmimeaTest {
    private static final X509Certificate BOB = People.BOB.certificate();
    private static final Mailbox MAILBOX = Mailbox.parse("bob@example.net");

    private record Dns(Authenticity authenticity, List<byte[]> records) implements Resolver {
        @Override
        public List<MailExchanger> exchangers(String domain) {
            return List.of();
        }

        @Override
        public List<String> texts(String name) {
            return List.of();
        }

        @Override
        public Associations associations(String name) {
            assertThat(name).endsWith("._smimecert.example.net").hasSize(56 + 23);
            return new Associations(records.stream().map(Association::of).toList(), authenticity);
        }
    }

    private static byte[] record(int usage, int selector, int matching, byte[] data) {
        byte[] record = new byte[data.length + 3];
        record[0] = (byte) usage;
        record[1] = (byte) selector;
        record[2] = (byte) matching;
        System.arraycopy(data, 0, record, 3, data.length);
        return record;
    }

    private static List<X509Certificate> found(byte[]... records) {
        CertificateSource others = CertificateSource.of(List.of(BOB, People.EVE.certificate()));
        return CertificateSource.of(new Dns(Authenticity.AUTHENTICATED, List.of(records)), others)
                .find(MAILBOX);
    }

    /** The example of RFC 8162 section 3. */
    @Test
    void theNameIsTheHashOfTheLocalPart() {
        assertThat(SmimeaSource.owner(Mailbox.of("hugh", "example.com")))
                .isEqualTo("c93f1e400f26708f98cb19d936620da35eec8f72e57f9eec01c1afd6._smimecert.example.com");
        assertThat(SmimeaSource.owner(Mailbox.of("u\u0308", "example.com")))
                .isEqualTo(SmimeaSource.owner(Mailbox.of("\u00fc", "example.com")));
        assertThat(SmimeaSource.owner(Mailbox.of("Hugh", "example.com")))
                .isNotEqualTo(SmimeaSource.owner(Mailbox.of("hugh", "example.com")));
    }

    @Test
    void wholeCertificatesAreFoundAndHashesConfirmThoseFromElsewhere() {
        byte[] whole = Certificates.encoded(BOB);
        byte[] key = BOB.getPublicKey().getEncoded();
        assertThat(found(record(3, 0, 0, whole))).containsExactly(BOB);
        assertThat(found(record(1, 0, 0, whole))).containsExactly(BOB);
        assertThat(found(record(3, 0, 1, DigestAlgorithm.SHA256.of(whole)))).containsExactly(BOB);
        assertThat(found(record(3, 0, 2, DigestAlgorithm.SHA512.of(whole)))).containsExactly(BOB);
        assertThat(found(record(1, 1, 0, key))).containsExactly(BOB);
        assertThat(found(record(1, 1, 1, DigestAlgorithm.SHA256.of(key)))).containsExactly(BOB);
        assertThat(found(record(1, 1, 2, DigestAlgorithm.SHA512.of(key)))).containsExactly(BOB);
    }

    @Test
    void anythingElseFindsNothing() {
        byte[] whole = Certificates.encoded(BOB);
        assertThat(found()).isEmpty();
        assertThat(found(record(0, 0, 0, whole), record(2, 0, 0, whole), record(255, 0, 0, whole)))
                .isEmpty();
        assertThat(found(record(3, 7, 0, whole), record(3, 0, 7, whole), record(3, 0, 1, whole)))
                .isEmpty();
        assertThat(found(record(3, 0, 0, new byte[] {1, 2, 3}))).isEmpty();
        assertThatThrownBy(() -> Association.of(new byte[3])).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void withoutDnssecNothingIsTaken() {
        byte[] whole = record(3, 0, 0, Certificates.encoded(BOB));
        CertificateSource unknown =
                CertificateSource.of(new Dns(Authenticity.UNKNOWN, List.of(whole)), mailbox -> List.of(BOB));
        assertThatThrownBy(() -> unknown.find(MAILBOX)).isInstanceOf(LookupFailed.class);
        CertificateSource empty =
                CertificateSource.of(new Dns(Authenticity.UNKNOWN, List.of()), mailbox -> List.of(BOB));
        assertThat(empty.find(MAILBOX)).isEmpty();
    }

    @Test
    void aDnsThatDoesNotAnswerIsAnError() {
        Resolver silent = new Resolver() {
            @Override
            public List<MailExchanger> exchangers(String domain) {
                return List.of();
            }

            @Override
            public List<String> texts(String name) {
                return List.of();
            }

            @Override
            public Associations associations(String name) {
                throw new DnsFailed("no answer", new IllegalStateException());
            }
        };
        CertificateSource source = CertificateSource.of(silent, mailbox -> List.of());
        assertThatThrownBy(() -> source.find(MAILBOX)).isInstanceOf(LookupFailed.class);
    }
}
