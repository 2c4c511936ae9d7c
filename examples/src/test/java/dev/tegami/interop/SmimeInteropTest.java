package dev.tegami.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * S/MIME with other programs, in both directions: whoever can, reads ours and is read by us. The matrix of it is checked
 * in as {@code smime/INTEROPERABILITY.md}; what this run found lies in {@code target/INTEROPERABILITY.md}. A program
 * that is not there is skipped by name (Debian: openssl, gpgsm, libnss3-tools, gnutls-bin; newer ones of OpenSSL in
 * roots of other releases beside the real servers, {@code trixie} and {@code forky}).
 */
@Tag("interop")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SmimeInteropTest {
    private final SmimeAuthority authority = new SmimeAuthority();
    private final Map<String, SmimeColumn> columns = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final Path directory;
    private final SmimePeer openssl;
    private final SmimePeer openssl35;
    private final SmimePeer openssl36;
    private final GpgsmPeer gpgsm;
    private final SmimePeer cmsutil;
    private final SmimePeer certtool;
    private final SmimePeer bcjmail = new BcjmailPeer();

    SmimeInteropTest(@TempDir Path directory) throws IOException {
        this.directory = directory;
        this.openssl = new OpenSslPeer(place("openssl"));
        Path servers = Path.of(System.getProperty("tegami.servers", ""));
        this.openssl35 = OpenSslPeer.in(servers.resolveSibling("trixie"), place("newer"));
        this.openssl36 = OpenSslPeer.in(servers.resolveSibling("forky"), place("newest"));
        this.gpgsm = new GpgsmPeer(place("gpgsm"));
        this.cmsutil = new NssPeer(place("nss"));
        this.certtool = new GnuTlsPeer(place("gnutls"));
    }

    private Path place(String name) throws IOException {
        Path place = Files.createDirectories(directory.resolve(name));
        authority.person("RSA").authorityFile(place);
        return place;
    }

    @AfterAll
    void stop() throws InterruptedException {
        gpgsm.stop();
    }

    /** Tries everything once with a program that is there, in the version that the matrix is about. */
    private SmimeColumn column(SmimePeer peer) throws Exception {
        String title = peer.title();
        assumeFalse(title.isEmpty(), () -> "no program for " + peer.getClass().getSimpleName());
        assumeTrue(
                SmimeMatrix.checkedIn().contains("| " + title + " |"), () -> "the matrix is of others than " + title);
        SmimeColumn known = columns.get(title);
        if (known != null) {
            return known;
        }
        assertThatThrownBy(() -> peer.verify(SmimeColumn.forged(authority))).isInstanceOf(Exception.class);
        SmimeColumn column = SmimeColumn.of(peer, authority);
        columns.put(title, column);
        return column;
    }

    private void isAsTheMatrixSays(SmimePeer peer) throws Exception {
        SmimeColumn column = column(peer);
        assertThat(column.rows())
                .as(() -> String.join("\n", column.refusals()))
                .isEqualTo(SmimeMatrix.column(peer.title()));
    }

    @Test
    void opensslIsAsTheMatrixSays() throws Exception {
        isAsTheMatrixSays(openssl);
    }

    /** Debian 13's is beside the real servers; that of the release after it only where somebody put it there. */
    @Test
    void opensslOfNewerReleasesIsAsTheMatrixSays() throws Exception {
        int there = 0;
        for (SmimePeer each : List.of(openssl35, openssl36)) {
            if (!each.title().isEmpty()) {
                isAsTheMatrixSays(each);
                there++;
            }
        }
        assumeTrue(there > 0, "no root of a newer Debian");
    }

    @Test
    void gpgsmIsAsTheMatrixSays() throws Exception {
        isAsTheMatrixSays(gpgsm);
    }

    @Test
    void cmsutilIsAsTheMatrixSays() throws Exception {
        isAsTheMatrixSays(cmsutil);
    }

    @Test
    void certtoolIsAsTheMatrixSays() throws Exception {
        isAsTheMatrixSays(certtool);
    }

    @Test
    void bcjmailIsAsTheMatrixSays() throws Exception {
        isAsTheMatrixSays(bcjmail);
    }

    /** Releases of Debian other than this machine's are not everywhere: a column that cannot be made is kept. */
    private void orAsItStands(SmimePeer peer, String title) throws Exception {
        if (peer.title().equals(title)) {
            column(peer);
        } else {
            columns.put(title, SmimeColumn.asItStands(peer, authority, SmimeMatrix.column(title)));
        }
    }

    @Test
    void theMatrixIsWhatIsWritten() throws Exception {
        for (SmimePeer each : List.of(openssl, gpgsm, cmsutil, certtool, bcjmail)) {
            column(each);
        }
        orAsItStands(openssl35, "OpenSSL 3.5");
        orAsItStands(openssl36, "OpenSSL 3.6");
        String written = SmimeMatrix.write(columns);
        Files.writeString(Path.of("target/INTEROPERABILITY.md"), written);
        assertThat(written).isEqualTo(SmimeMatrix.checkedIn());
    }
}
