package dev.tegami.interop;

import dev.tegami.mime.Message;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** GnuPG's {@code gpgsm}, the engine of KMail and others. */
final class GpgsmPeer implements SmimePeer {
    private final Program program;
    private final Set<String> known = ConcurrentHashMap.newKeySet();

    GpgsmPeer(Path directory) {
        this.program = new Program(directory, Map.of("GNUPGHOME", directory.toString()));
    }

    @Override
    public String title() throws InterruptedException {
        return Versions.title("gpgsm", program.firstWords("gpgsm", "--version"));
    }

    private void open() throws Exception {
        if (known.add("")) {
            program.file(
                    "gpgsm.conf",
                    "disable-crl-checks\ndisable-dirmngr\nbatch\nno-tty\n".getBytes(StandardCharsets.US_ASCII));
            Files.createDirectories(program.directory().resolve("private-keys-v1.d"));
            program.file(
                    "trustlist.txt", (fingerprint(authority()) + " S relax\n").getBytes(StandardCharsets.US_ASCII));
            program.run("gpgsm", "--import", "authority.crt");
        }
    }

    private Certificate authority() throws Exception {
        try (var in = Files.newInputStream(program.directory().resolve("authority.crt"))) {
            return CertificateFactory.getInstance("X.509").generateCertificate(in);
        }
    }

    private void knows(SmimePerson person) throws Exception {
        open();
        if (known.add(person.name())) {
            program.run("gpgsm", "--import", person.certificateFile(program.directory()));
            String grip = keygrip(person);
            program.file(
                    "private-keys-v1.d/" + grip + ".key", GpgsmKey.of(person).getBytes(StandardCharsets.US_ASCII));
        }
    }

    /** The name by which gpg-agent knows a key. */
    private String keygrip(SmimePerson person) throws Exception {
        byte[] listed = program.run("gpgsm", "--with-colons", "--with-keygrip", "--list-keys", id(person));
        return new String(listed, StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.startsWith("grp:"))
                .map(line -> line.split(":", -1)[9])
                .findFirst()
                .orElseThrow(() -> new Program.Failed("no key grip for " + person.name()));
    }

    private static String id(SmimePerson person) throws GeneralSecurityException {
        return fingerprint(person.certificate());
    }

    private static String fingerprint(Certificate certificate) throws GeneralSecurityException {
        byte[] print = MessageDigest.getInstance("SHA-1").digest(certificate.getEncoded());
        return HexFormat.of().withUpperCase().formatHex(print);
    }

    @Override
    public void verify(Message signed) throws Exception {
        open();
        program.file("signed.der", SmimeMail.cms(signed));
        List<Object> command = new ArrayList<>(List.of("gpgsm", "--verify", "signed.der"));
        if (!signed.root().parts().isEmpty()) {
            command.add(program.file("part", SmimeMail.part(signed)));
        }
        program.run(command.toArray());
    }

    @Override
    public Optional<byte[]> sign(SignedCase how, SignedCase.Form form, SmimePerson by) throws Exception {
        if (how.isPss()) {
            return Optional.empty();
        }
        knows(by);
        program.file("part", SmimeMail.PART);
        String verb = form == SignedCase.Form.DETACHED ? "--detach-sign" : "--sign";
        List<Object> command = new ArrayList<>(List.of("gpgsm", "--yes", "--digest-algo", how.digest(), "-u", id(by)));
        command.addAll(List.of("-o", "made.der", verb, "part"));
        program.run(command.toArray());
        byte[] cms = program.read("made.der");
        return Optional.of(form == SignedCase.Form.DETACHED ? SmimeMail.detached(cms) : SmimeMail.opaque(cms));
    }

    @Override
    public Optional<byte[]> decrypt(Message sealed, SmimePerson by) throws Exception {
        knows(by);
        program.file("sealed.der", SmimeMail.cms(sealed));
        return Optional.of(program.run("gpgsm", "--decrypt", "sealed.der"));
    }

    @Override
    public Optional<byte[]> encrypt(SealedCase how, SmimePerson to) throws Exception {
        if (how.transport == SealedCase.Transport.OAEP
                || how.isDerived()
                || !how.cipherName().endsWith("cbc")) {
            return Optional.empty();
        }
        knows(to);
        program.file("part", SmimeMail.PART);
        String cipher = how.cipherName().replace("-cbc", "").replace("-", "").toUpperCase(java.util.Locale.ROOT);
        program.run("gpgsm", "--yes", "--cipher-algo", cipher, "-o", "made.der", "-r", id(to), "--encrypt", "part");
        return Optional.of(SmimeMail.opaque(program.read("made.der")));
    }

    /** Ends the agent that it started. */
    void stop() throws InterruptedException {
        program.firstWords("gpgconf", "--homedir", program.directory().toString(), "--kill", "gpg-agent");
    }
}
