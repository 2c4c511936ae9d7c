package dev.tegami.interop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The matrix as Markdown, written and read. */
final class SmimeMatrix {
    private static final Path CHECKED_IN = Path.of("../smime/INTEROPERABILITY.md");

    private static final List<String> HEAD = List.of(
            "# Who understands whom",
            "",
            "Written by `SmimeInteropTest` (`mvn verify -Pinterop`), which fails where a cell changes. In each cell: whether",
            "the program reads what we make / whether we read what it makes. `–`: it has no way to be asked. Signed letters",
            "are tried as multipart/signed and as application/pkcs7-mime; that we read one means that it is trusted.");

    private static final List<String> WHY = List.of(
            "",
            "Where it says no, to our knowledge:",
            "",
            "- OpenSSL has no X25519, X448, RSA-KEM, ChaCha20-Poly1305 or derived keys (\"unknown cipher\") in CMS; 3.0 neither",
            "  Ed25519 nor anything newer; before 3.6 there is no ML-KEM (\"no matching recipient\"). It signs by Ed448 over plain",
            "  SHAKE256, which we read, and says \"unknown digest algorithm\" to the one that RFC 8419 asks for, which is ours.",
            "- gpgsm 2.2 and NSS have neither authenticated ciphers nor OAEP, and no key agreement for encryption.",
            "- gpgsm 2.2 refuses everybody's P-521 signatures; ours verify everywhere else, and its own verify here.",
            "- NSS reads no message in which one recipient has another kind of key: encrypt once for each kind.",
            "- GnuTLS 3.7 takes every RSA-PSS signature for one with SHA-256. `certtool` does not encrypt.",
            "",
            "Of what is newer, gpgsm says \"unknown hash algorithm\", \"no signature value available\" and \"Wrong key usage\", NSS",
            "SEC_ERROR_PKCS7_BAD_SIGNATURE and SEC_ERROR_UNRECOGNIZED_OID, and GnuTLS \"The request is invalid\". Who does not know",
            "ML-DSA refuses a letter that is signed by it as well, but for GnuTLS: a second signer is nobody's default.",
            "",
            "OpenSSL 3.5 is Debian 13's, and 3.6 is of Debian's testing: where they are absent, their columns stand as they were.",
            "X448, RSA-KEM and derived keys have met Bouncy Castle's CMS only (`KeyAgreementTest`, `PostQuantumTest`); the samples",
            "of LAMPS are read (`CasesTest`). Header protection has met no other program: it goes round here only.",
            "Where a key is agreed on (ECDH, X25519, X448), Bouncy Castle 1.87 makes content under derived keys and does not read it,",
            "its own neither (\"mac check in GCM failed\"): its reader leaves the derivation out. We read it, and the JDK alone reads ours",
            "(`DerivedKeysTest`). With transported keys and capsules it goes both ways.",
            "Passwords and shared keys (`SharedSecretTest`) and signed receipts (`ReceiptTest`) go both ways with OpenSSL.",
            "Timestamps (`TimestampForgeryTest`) are answered by authorities of Bouncy Castle's and of OpenSSL's.");

    private SmimeMatrix() {}

    static String write(Map<String, SmimeColumn> columns) {
        List<String> lines = new ArrayList<>(HEAD);
        table(lines, "Signed", columns, Arrays.stream(SignedCase.values()).map(each -> each.title));
        table(lines, "Encrypted", columns, Arrays.stream(SealedCase.values()).map(each -> each.title));
        lines.addAll(WHY);
        return String.join("\n", lines) + "\n";
    }

    private static void table(List<String> lines, String name, Map<String, SmimeColumn> columns, Stream<String> rows) {
        lines.add("");
        lines.add("| " + name + " | " + String.join(" | ", columns.keySet()) + " |");
        lines.add("|---" + "|---".repeat(columns.size()) + "|");
        rows.forEach(row -> lines.add("| " + row + " | "
                + columns.values().stream().map(each -> each.cell(row)).collect(Collectors.joining(" | ")) + " |"));
    }

    static String checkedIn() throws IOException {
        return Files.readString(CHECKED_IN);
    }

    /** The cells of one column of the checked-in matrix by row; empty if there is no such column. */
    static List<String> column(String title) throws IOException {
        List<String> found = new ArrayList<>();
        int at = -1;
        for (String line :
                checkedIn().lines().filter(each -> each.startsWith("| ")).toList()) {
            List<String> cells = List.of(line.split(" *\\| *", -1));
            if (cells.contains(title)) {
                at = cells.indexOf(title);
            } else if (at > 0) {
                found.add(cells.get(1) + ": " + cells.get(at));
            }
        }
        return found;
    }
}
